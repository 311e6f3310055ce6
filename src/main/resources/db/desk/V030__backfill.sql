-- A scope that this desk joined late: what lies before `until` is filled in up to `done`; `next` says where to go on asking
-- for what is needed first, null once that is here.
create table backfill (
    scope varchar(64) primary key,
    done  bigint not null,
    until bigint not null,
    next  varchar(200)
);
