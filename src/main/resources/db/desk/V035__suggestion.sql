-- Shared. What was suggested when a complaint was classified and what was chosen; codes and figures only.
create table suggestion_use (
    id      uuid primary key,
    case_id uuid          not null,
    about   varchar(16)   not null,
    basis   varchar(16)   not null,
    offered varchar(2000) not null,
    percent varchar(200)  not null,
    chosen  varchar(200)  not null,
    taken   int           not null,
    at      bigint        not null
);
create index suggestion_use_case on suggestion_use (case_id);
create index suggestion_use_at on suggestion_use (at);
