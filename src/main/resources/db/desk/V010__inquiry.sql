create table inquiry (
    id             uuid primary key,
    greeted        boolean default false not null,
    question       varchar(8000),
    details        varchar(20000),
    category       varchar(80),
    sku            varchar(40),
    answer         varchar(20000),
    articles       varchar(4000),
    cannot_because varchar(4000),
    understood     varchar(16),
    anything_else  varchar(4000),
    thanked        boolean default false not null,
    solved         varchar(16),
    satisfaction   int check (satisfaction between 1 and 5),
    remark         varchar(8000),
    done_at        bigint,
    done_by        uuid
);
