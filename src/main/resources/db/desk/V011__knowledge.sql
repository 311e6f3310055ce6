-- Days are ISO dates (2026-11-22): they sort as texts and read well in the journal.
create table article (
    id         uuid primary key,
    code       varchar(80)     not null,
    lang       varchar(12)     not null,
    kind       varchar(16)     not null,
    title      varchar(400)    not null,
    question   varchar(1000)   not null,
    answer     varchar(8000)   not null,
    detail     varchar(100000) not null,
    products   varchar(4000)   not null,
    categories varchar(4000)   not null,
    audience   varchar(16)     not null,
    valid_from varchar(10)     not null,
    valid_to   varchar(10),
    owner      varchar(16)     not null,
    review_on  varchar(10)     not null,
    must_read  boolean         not null,
    keywords   varchar(4000)   not null,
    state      varchar(16)     not null,
    updated_at bigint          not null,
    unique (code, lang)
);
create index article_newest on article (updated_at);

-- Whether an article helped in a case; a use is told by the person who was there.
create table article_use (
    id         uuid primary key,
    article_id uuid        not null,
    case_id    uuid,
    contact_id uuid,
    outcome    varchar(16) not null,
    at         bigint      not null
);
create index article_use_article on article_use (article_id);
create index article_use_case on article_use (case_id);

create table article_report (
    id         uuid primary key,
    article_id uuid          not null,
    case_id    uuid,
    kind       varchar(16)   not null,
    text       varchar(4000) not null,
    at         bigint        not null
);
create index article_report_article on article_report (article_id);

-- Local to this desk: who has read what, and which articles the search index has yet to take in.
create table article_read (
    person     uuid   not null,
    article_id uuid   not null,
    read_at    bigint not null,
    primary key (person, article_id)
);

create table kb_change (
    seq        bigint generated always as identity primary key,
    article_id uuid not null unique
);

-- Whoever writes an article (a click, an import, sync), the change is noted in the same transaction.
create trigger article_changed after insert, update, delete on article
    for each row call 'dev.calmdesk.knowledge.ArticleChanged';
