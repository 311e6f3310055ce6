-- Records of one step share the case's id.
create table soothing (
    id            uuid primary key,
    empathy_shown boolean default false not null,
    apology_given boolean default false not null,
    line_said     varchar(2000),
    remark        varchar(20000),
    done_at       bigint,
    done_by       uuid
);

create table emotion_reading (
    id      uuid primary key,
    case_id uuid   not null,
    level   int    not null check (level between 1 and 5),
    at      bigint not null
);
create index emotion_case on emotion_reading (case_id);

create table account (
    id              uuid primary key,
    happened_at     varchar(400),
    place           varchar(400),
    people          varchar(400),
    event           varchar(20000),
    expectation     varchar(4000),
    sku             varchar(40),
    batch           varchar(40),
    bought_from     varchar(400),
    bought_on       varchar(40),
    order_no        varchar(80),
    storage         varchar(1000),
    sample_kept     varchar(16),
    contact_back    varchar(400),
    consent         boolean default false not null,
    not_known       varchar(1000),
    read_back_text  varchar(20000),
    read_back       varchar(16),
    read_back_at    bigint,
    acknowledged     boolean default false not null,
    acknowledgement  varchar(4000),
    acknowledged_via varchar(16),
    acknowledged_at  bigint,
    done_at         bigint,
    done_by         uuid
);
create index account_batch on account (batch);

create table evidence (
    id         uuid primary key,
    case_id    uuid         not null,
    sha256     varchar(64)  not null,
    name       varchar(400) not null,
    media_type varchar(80)  not null,
    bytes      bigint       not null,
    added_at   bigint       not null,
    removed_at bigint
);
create index evidence_case on evidence (case_id);

create table assessment (
    id              uuid primary key,
    category        varchar(80),
    harm            varchar(40),
    people          varchar(40),
    media           varchar(40),
    regulator       varchar(40),
    batch           varchar(40),
    proposed        varchar(4),
    severity        varchar(4),
    override_reason varchar(4000),
    department      varchar(40),
    grade           varchar(16),
    assessed_at     bigint,
    done_at         bigint,
    done_by         uuid
);

create table investigation (
    id              uuid primary key,
    findings        varchar(20000),
    retained_sample varchar(4000),
    confirmed       varchar(16),
    started_at      bigint,
    ended_at        bigint
);

create table department_task (
    id          uuid primary key,
    case_id     uuid          not null,
    department  varchar(40)   not null,
    ask         varchar(4000) not null,
    asked_at    bigint        not null,
    due_at      bigint        not null,
    answered_at bigint,
    finding     varchar(8000)
);
create index department_task_case on department_task (case_id);

create table remedy (
    id           uuid primary key,
    case_id      uuid          not null,
    type         varchar(40)   not null,
    amount_minor bigint        not null check (amount_minor >= 0),
    currency     varchar(3)    not null,
    terms        varchar(4000) not null,
    rule         varchar(400),
    cost_centre  varchar(40),
    state        varchar(16)   not null,
    proposed_at  bigint        not null,
    due_at       bigint,
    done_at      bigint,
    proof        varchar(2000)
);
create index remedy_case on remedy (case_id);

create table approval (
    id            uuid primary key,
    case_id       uuid          not null,
    remedy_id     uuid          not null,
    amount_minor  bigint        not null,
    asked_by      uuid          not null,
    asked_at      bigint        not null,
    reason        varchar(4000) not null,
    state         varchar(16)   not null,
    allowed_minor bigint,
    decided_by    uuid,
    decided_at    bigint,
    remark        varchar(2000)
);
create index approval_case on approval (case_id);
create index approval_state on approval (state);

create table decision (
    id           uuid primary key,
    plan         varchar(8000),
    reason       varchar(8000),
    told         boolean default false not null,
    told_at      bigint,
    answer       varchar(16),
    answer_words varchar(4000),
    next_step    varchar(4000),
    done_at      bigint,
    done_by      uuid
);

create table follow_up (
    id             uuid primary key,
    due_at         bigint,
    received       varchar(16),
    satisfaction   int check (satisfaction between 1 and 5),
    recommend      int check (recommend between 0 and 10),
    no_rating      varchar(40),
    customer_words varchar(8000),
    root_cause     varchar(40),
    lesson         varchar(8000),
    in_library     boolean default false not null,
    closing_code   varchar(40),
    done_at        bigint,
    done_by        uuid
);

create table follow_up_try (
    id          uuid primary key,
    case_id     uuid    not null,
    at          bigint  not null,
    reached     boolean not null,
    not_reached varchar(40),
    remark      varchar(4000)
);
create index follow_up_try_case on follow_up_try (case_id);
