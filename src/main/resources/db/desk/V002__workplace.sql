create table workplace_item (
    id       uuid primary key,
    topic    varchar(40)     not null,
    code     varchar(80)     not null,
    position int             not null,
    body     varchar(200000) not null,
    unique (topic, code)
);
