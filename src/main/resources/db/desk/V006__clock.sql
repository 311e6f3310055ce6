-- Shared. A time limit at work on one subject (a case, a contact, a promise …). What the limit said when the clock
-- started stands in policy, as JSON.
create table clock (
    id          uuid primary key,
    subject_id  uuid         not null,
    limit_code  varchar(80)  not null,
    started_at  bigint       not null,
    warn_at     bigint       not null,
    due_at      bigint       not null,
    met_at      bigint,
    voided_at   bigint,
    void_reason varchar(500),
    policy      varchar(2000) not null
);
create index clock_subject on clock (subject_id);
create index clock_due on clock (due_at);
create index clock_limit on clock (limit_code, started_at);
