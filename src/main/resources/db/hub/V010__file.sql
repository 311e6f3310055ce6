-- Which records name a file: who reads the scope may have it.
create table file_use (
    entity uuid not null,
    scope  text not null,
    sha256 text not null,
    primary key (entity, scope, sha256)
);
create index file_use_sha256 on file_use (sha256);

insert into file_use (entity, scope, sha256)
select entity, scope, body::jsonb -> 'changes' -> 'sha256' ->> 1 from entry
where kind = 'evidence' and body::jsonb -> 'changes' -> 'sha256' ->> 1 ~ '^[0-9a-f]{64}$'
on conflict do nothing;

-- What came, by who sends it: what one desk began never mixes with what another sends.
create table file_part (
    sha256  text   not null,
    desk    uuid   not null,
    start   bigint not null,
    content bytea  not null,
    primary key (sha256, desk, start)
);

-- Files of which everything came and the content is what the name says.
create table file (
    sha256  text primary key,
    bytes   bigint not null,
    sent_by uuid   not null
);
