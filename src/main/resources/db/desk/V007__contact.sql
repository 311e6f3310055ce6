create table contact (
    id              uuid primary key,
    case_id         uuid,
    customer_id     uuid,
    person          uuid        not null,
    team            varchar(16) not null,
    channel         varchar(16) not null,
    touchpoint      varchar(16) not null,
    direction       varchar(8)  not null,
    reached_from    varchar(120),
    flow            varchar(16),
    category        varchar(80),
    received_at     bigint      not null,
    answered_at     bigint      not null,
    ended_at        bigint      not null,
    wrapped_up_at   bigint      not null,
    held_millis     bigint      not null,
    solved_at_first boolean
);
create index contact_customer on contact (customer_id, received_at);
create index contact_case on contact (case_id);
create index contact_person on contact (person, wrapped_up_at);

-- Local to this desk: work in progress, saved at every keystroke.
create table draft (
    id           uuid primary key,
    person       uuid        not null,
    channel      varchar(16),
    touchpoint   varchar(16),
    direction    varchar(8)  not null,
    reached_from varchar(120),
    customer_id  uuid,
    case_id      uuid,
    flow         varchar(16),
    step         varchar(16),
    fields       varchar(1000000) not null,
    received_at  bigint      not null,
    answered_at  bigint,
    ended_at     bigint,
    held_millis  bigint      not null,
    held_since   bigint,
    saved_at     bigint      not null
);
create index draft_person on draft (person);
