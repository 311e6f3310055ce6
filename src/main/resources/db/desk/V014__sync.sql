-- What the hub said of an entry: its number in its scope, or why it was rejected.
alter table journal add column scope varchar(64);
alter table journal add column position bigint;
alter table journal add column rejected varchar(64);
create index journal_position on journal (scope, position);

-- The hub this desk is enrolled with: one row, or none.
create table hub_link (
    hub         uuid primary key,
    epoch       uuid          not null,
    url         varchar(1000) not null,
    token       varchar(200)  not null,
    team_scope  varchar(64)   not null,
    enrolled_at bigint        not null,
    pushed      bigint        not null
);

-- How far this desk has read each scope.
create table scope_cursor (
    scope    varchar(64) primary key,
    position bigint not null
);

-- Two desks wrote one field without knowing of each other; waits for a person.
create table conflict (
    entity   uuid        not null,
    field    varchar(64) not null,
    entry    uuid        not null,
    kind     varchar(32) not null,
    standing uuid        not null,
    primary key (entity, field, entry)
);

-- Rows of other desks always fit in: services refuse what is taken, tables do not.
execute immediate (select 'alter table workplace_item drop constraint "' || constraint_name || '"'
    from information_schema.table_constraints where table_name = 'WORKPLACE_ITEM' and constraint_type = 'UNIQUE');
execute immediate (select 'alter table case_file drop constraint "' || constraint_name || '"'
    from information_schema.table_constraints where table_name = 'CASE_FILE' and constraint_type = 'UNIQUE');
execute immediate (select 'alter table article drop constraint "' || constraint_name || '"'
    from information_schema.table_constraints where table_name = 'ARTICLE' and constraint_type = 'UNIQUE');
create index workplace_code on workplace_item (topic, code);
create index case_number on case_file (number);
create index article_code on article (code, lang);
