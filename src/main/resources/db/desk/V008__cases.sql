create table case_file (
    id           uuid primary key,
    number       varchar(32)  not null unique,
    kind         varchar(16)  not null,
    state        varchar(16)  not null,
    step         varchar(16)  not null,
    customer_id  uuid,
    channel      varchar(16)  not null,
    owner        uuid         not null,
    opened_by    uuid         not null,
    team         varchar(16)  not null,
    title        varchar(400) not null,
    category     varchar(80),
    severity     varchar(4),
    sku          varchar(40),
    batch        varchar(40),
    opened_at    bigint       not null,
    answered_at  bigint,
    resolved_at  bigint,
    closed_at    bigint,
    reopened     int          not null,
    closing_code varchar(40)
);
create index case_owner on case_file (owner, state);
create index case_team on case_file (team, state);
create index case_customer on case_file (customer_id, opened_at);
create index case_batch on case_file (batch, opened_at);

create table note (
    id      uuid primary key,
    case_id uuid           not null,
    author  uuid           not null,
    text    varchar(20000) not null,
    at      bigint         not null
);
create index note_case on note (case_id);

create table promise (
    id       uuid primary key,
    case_id  uuid          not null,
    text     varchar(1000) not null,
    owner    uuid          not null,
    made_at  bigint        not null,
    due_at   bigint        not null,
    state    varchar(16)   not null,
    ended_at bigint,
    remark   varchar(1000)
);
create index promise_case on promise (case_id);
create index promise_owner on promise (owner, state, due_at);

create table transfer (
    id          uuid primary key,
    case_id     uuid          not null,
    from_person uuid          not null,
    to_person   uuid,
    to_team     varchar(16)   not null,
    reason      varchar(40)   not null,
    note        varchar(4000) not null,
    state       varchar(16)   not null,
    asked_at    bigint        not null,
    answered_by uuid,
    answered_at bigint,
    answer      varchar(1000)
);
create index transfer_case on transfer (case_id);
create index transfer_state on transfer (state, to_team);

-- A case as lists show it: with names, and whichever of its clocks and promises is due first. A promise warns when four
-- fifths of its time are over.
create view case_overview as
select c.id, c.number, c.kind, c.state, c.step, c.title, c.category, c.severity, c.channel, c.customer_id,
       cu.name as customer_name, cu.title as customer_title, c.owner, p.name as owner_name, c.team,
       c.opened_at, c.closed_at,
       d.started_at, d.warn_at, d.due_at
from case_file c
         left join customer cu on cu.id = c.customer_id
         join person p on p.id = c.owner
         left join (select subject_id, started_at, warn_at, due_at,
                           row_number() over (partition by subject_id order by due_at, started_at) as place
                    from (select subject_id, started_at, warn_at, due_at
                          from clock
                          where met_at is null and voided_at is null
                          union all
                          select case_id, made_at, made_at + (due_at - made_at) * 4 / 5, due_at
                          from promise
                          where state = 'OPEN') open_ones) d
                   on d.subject_id = c.id and d.place = 1 and c.state = 'OPEN';
