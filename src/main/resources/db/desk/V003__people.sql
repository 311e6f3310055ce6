-- Shared. Nothing but the id is unique, so that rows of other desks always fit in; the service refuses a number that is
-- taken. Roles are a JSON list.
create table person (
    id       uuid primary key,
    agent_no varchar(20)  not null,
    name     varchar(80)  not null,
    pinyin   varchar(160) not null,
    roles    varchar(400) not null,
    team     varchar(20)  not null,
    desk     varchar(8),
    password varchar(200) not null,
    active   boolean      not null
);
create index person_agent_no on person (agent_no);

create table presence (
    id       uuid primary key,
    person   uuid        not null,
    state    varchar(16) not null,
    from_at  bigint      not null,
    until_at bigint
);
create index presence_person on presence (person, from_at);
create index presence_open on presence (until_at);

-- Local to this desk: failed tries to sign in.
create table sign_in_guard (
    agent_no     varchar(20) primary key,
    failures     int    not null,
    failed_at    bigint not null,
    locked_until bigint not null
);
