-- Shared. That a customer was erased: why, what goes (record ids and fields by kind, as JSON), and which desks have done it.
create table erasure (
    id          uuid primary key,
    customer_id uuid            not null,
    reason      varchar(1000)   not null,
    records     varchar(900000) not null,
    personal    varchar(20000)  not null,
    erased_at   bigint          not null
);
create index erasure_customer on erasure (customer_id);

create table erasure_done (
    id         uuid primary key,
    erasure_id uuid   not null,
    desk       uuid   not null,
    at         bigint not null
);
create index erasure_done_erasure on erasure_done (erasure_id);

-- Local to this desk: every record that was erased, and contents that only erased records may have named.
create table erased (
    id uuid primary key
);

create table erased_content (
    sha256 varchar(64) primary key
);
