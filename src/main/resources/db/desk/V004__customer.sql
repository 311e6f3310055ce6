-- Shared. The generated columns are how people look things up: letters without spaces, order numbers without hyphens,
-- last four characters. Dates are ISO texts.
create table customer (
    id             uuid primary key,
    name           varchar(120)  not null,
    title          varchar(8)    not null,
    pinyin         varchar(400)  not null,
    initials       varchar(120)  not null,
    tier           varchar(16)   not null,
    stage          varchar(16)   not null,
    city           varchar(80),
    note           varchar(2000),
    team           varchar(20)   not null,
    birthday       varchar(10),
    created_at     bigint        not null,
    pinyin_letters varchar(400) generated always as (replace(pinyin, ' ', ''))
);
create index customer_name on customer (name);
create index customer_pinyin on customer (pinyin_letters);
create index customer_initials on customer (initials);

create table customer_number (
    id          uuid primary key,
    customer_id uuid         not null,
    type        varchar(16)  not null,
    number      varchar(200) not null,
    normalised  varchar(200) not null,
    tail        varchar(4) generated always as (right(normalised, 4))
);
create index customer_number_customer on customer_number (customer_id);
create index customer_number_normalised on customer_number (normalised);
create index customer_number_tail on customer_number (tail);

create table purchase (
    id           uuid primary key,
    customer_id  uuid        not null,
    order_no     varchar(60) not null,
    shop         varchar(80) not null,
    bought_on    varchar(10) not null,
    sku          varchar(40) not null,
    batch        varchar(40),
    quantity     int         not null,
    amount_minor bigint      not null,
    currency     varchar(3)  not null,
    order_key    varchar(60) generated always as (replace(replace(upper(order_no), '-', ''), ' ', '')),
    order_tail   varchar(4) generated always as (right(replace(replace(upper(order_no), '-', ''), ' ', ''), 4))
);
create index purchase_customer on purchase (customer_id);
create index purchase_order_key on purchase (order_key);
create index purchase_order_tail on purchase (order_tail);
create index purchase_batch on purchase (batch);

-- Why somebody was shown a customer's numbers; who and when stand in the journal.
create table customer_reveal (
    id          uuid primary key,
    customer_id uuid         not null,
    reason      varchar(500) not null
);
create index customer_reveal_customer on customer_reveal (customer_id);
