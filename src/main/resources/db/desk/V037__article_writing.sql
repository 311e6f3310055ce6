-- Columns are added to a copy of the table, whose name a trigger would keep; so it is made anew afterwards.
drop trigger article_searched;

-- Who wrote a draft first, since when it waits to be reviewed, and what the reviewer asks for.
alter table article add written_by uuid;
alter table article add offered_at bigint;
alter table article add remark varchar(2000);
create index article_state on article (state);

create trigger article_searched after insert, update, delete on article
    for each row call 'dev.calmdesk.search.RowChanged';

-- A report is a task: somebody answers it. One that was told from an empty search names no article.
alter table article_report alter column article_id set null;
alter table article_report add outcome varchar(24);
alter table article_report add answer varchar(4000);
alter table article_report add answered_by uuid;
alter table article_report add answered_at bigint;

-- That a person has read an article that everybody must read, as it was updated at that time.
create table article_ack (
    id         uuid primary key,
    article_id uuid   not null,
    person     uuid   not null,
    version    bigint not null,
    at         bigint not null
);
create index article_ack_article on article_ack (article_id);

-- Local to this desk: what somebody is writing and has not put into the article yet.
create table article_writing (
    person     uuid            not null,
    article_id uuid            not null,
    fields     varchar(200000) not null,
    base       varchar(200000) not null,
    saved_at   bigint          not null,
    primary key (person, article_id)
);

create index article_use_at on article_use (at);
