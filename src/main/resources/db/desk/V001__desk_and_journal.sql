-- Times are milliseconds since 1970, UTC. Enumerations stand by name.
create table desk (
    id         uuid primary key,
    code       varchar(8) not null,
    created_at bigint     not null
);

create table journal (
    id       uuid primary key,
    kind     varchar(32)    not null,
    entity   uuid           not null,
    subject  uuid,
    act      varchar(32)    not null,
    author   uuid           not null,
    desk     uuid           not null,
    seq      bigint         not null,
    at       bigint         not null,
    base     bigint,
    changes  varchar(1000000) not null,
    unique (desk, seq)
);
create index journal_subject on journal (subject, at);
create index journal_entity on journal (entity);

-- Readable numbers are unique without a network: each prefix contains the desk's code.
create table running_number (
    prefix varchar(40) primary key,
    last   int not null
);
