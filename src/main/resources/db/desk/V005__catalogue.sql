-- Shared. Texts are JSON by language, aliases a JSON list; dates are ISO texts.
create table product (
    id              uuid primary key,
    sku             varchar(40)   not null,
    name_texts      varchar(1000) not null,
    line            varchar(40)   not null,
    spec_texts      varchar(1000) not null,
    price_minor     bigint        not null,
    ingredients     varchar(4000) not null,
    allergen_texts  varchar(2000) not null,
    storage_texts   varchar(4000) not null,
    shelf_life_days int           not null,
    aliases         varchar(4000) not null
);
create index product_sku on product (sku);

-- Codes are printed with or without a hyphen and typed with spaces.
create table batch (
    id          uuid primary key,
    code        varchar(40) not null,
    sku         varchar(40) not null,
    made_on     varchar(10) not null,
    best_before varchar(10) not null,
    plant       varchar(20) not null,
    code_key    varchar(40) generated always as (replace(replace(upper(code), '-', ''), ' ', ''))
);
create index batch_code_key on batch (code_key);
create index batch_sku on batch (sku, made_on);
