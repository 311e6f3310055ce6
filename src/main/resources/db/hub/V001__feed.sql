-- Times are milliseconds since 1970, UTC. A scope is the company or a team; everything is keyed by it.
create table hub (
    id    uuid primary key,
    epoch uuid    not null,
    single boolean not null default true unique check (single)
);

create table scope_head (
    scope text primary key,
    n     bigint not null
);

create table desk (
    id         uuid primary key,
    code       text   not null unique,
    token_hash bytea  not null unique,
    team_scope text   not null,
    last_seq   bigint not null,
    created_at bigint not null,
    revoked_at bigint
);

-- One use, for a short time; only its hash is kept.
create table enrolment (
    code_hash  bytea primary key,
    team_scope text   not null,
    expires_at bigint not null,
    used_by    uuid
);

create table entry (
    scope    text   not null,
    position bigint not null,
    id       uuid   not null unique,
    desk     uuid   not null,
    seq      bigint not null,
    kind     text   not null,
    entity   uuid   not null,
    body     text   not null,
    primary key (scope, position),
    unique (desk, seq)
);
create index entry_entity on entry (entity);

-- What was not taken, so that the same push gets the same answer.
create table rejection (
    desk   uuid   not null,
    seq    bigint not null,
    id     uuid   not null,
    reason text   not null,
    primary key (desk, seq)
);
