-- A new desk gets whole histories of what people need first: open cases, and what was touched lately.
alter table entry add column if not exists subject uuid;
update entry set subject = (body::jsonb ->> 'subject')::uuid where subject is null;
create index if not exists entry_subject on entry (subject);

create table activity (
    scope   text    not null,
    subject uuid    not null,
    at      bigint  not null,
    is_open boolean,
    primary key (scope, subject)
);
create index activity_first on activity (scope, (coalesce(is_open, false)) desc, at desc, subject desc);

insert into activity (scope, subject, at, is_open)
select scope, subject, max((body::jsonb ->> 'at')::bigint),
    (array_agg((body::jsonb -> 'changes' -> 'state' ->> 1) = 'OPEN' order by position desc)
        filter (where kind = 'case' and body::jsonb -> 'changes' ? 'state'))[1]
from entry where subject is not null group by scope, subject;
