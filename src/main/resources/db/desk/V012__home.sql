-- Local to this desk: who has taken note of which bulletin.
create table bulletin_seen (
    person  uuid        not null,
    code    varchar(80) not null,
    seen_at bigint      not null,
    primary key (person, code)
);
