-- Local to this desk: which rows the search indexes have yet to take in. Whoever writes a row (a click, an import, sync),
-- the change is noted in the same transaction.
drop trigger article_changed;
drop table kb_change;

create table search_change (
    seq    bigint generated always as identity primary key,
    source varchar(40) not null,
    record uuid        not null,
    unique (source, record)
);

create trigger article_searched after insert, update, delete on article
    for each row call 'dev.calmdesk.search.RowChanged';
create trigger case_file_searched after insert, update, delete on case_file
    for each row call 'dev.calmdesk.search.RowChanged';
create trigger account_searched after insert, update, delete on account
    for each row call 'dev.calmdesk.search.RowChanged';
create trigger decision_searched after insert, update, delete on decision
    for each row call 'dev.calmdesk.search.RowChanged';
create trigger follow_up_searched after insert, update, delete on follow_up
    for each row call 'dev.calmdesk.search.RowChanged';
create trigger inquiry_searched after insert, update, delete on inquiry
    for each row call 'dev.calmdesk.search.RowChanged';
create trigger customer_searched after insert, update, delete on customer
    for each row call 'dev.calmdesk.search.RowChanged';

-- What a case is found by.
create view case_words as
select c.id, c.number, c.kind, c.state, c.title, c.category, c.sku, c.batch, c.owner, c.team, c.opened_at, c.closed_at,
       a.event, a.expectation, i.question, i.details, i.answer, d.plan, f.lesson,
       coalesce(f.in_library, false) as in_library
from case_file c
         left join account a on a.id = c.id
         left join inquiry i on i.id = c.id
         left join decision d on d.id = c.id
         left join follow_up f on f.id = c.id
where c.state <> 'VOID';
