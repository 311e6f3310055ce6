-- Who may write what is judged by these: records folded from the entries of a few kinds, and of those only the fields
-- that matter. They can be made anew from the entries at any time.
create table fact (
    kind    text not null,
    entity  uuid not null,
    -- the case that a remedy or an approval belongs to
    case_id uuid,
    fields  text not null,
    primary key (kind, entity)
);
create index fact_case on fact (case_id) where case_id is not null;

-- What a desk did before it was enrolled, up to this number, was judged by itself alone. Whoever enrolled it answers
-- for that, or does not.
alter table desk add column enrolled_seq bigint not null default 0;
alter table desk add column vouched boolean not null default false;
alter table desk add column seen_at bigint;
alter table enrolment add column with_history boolean not null default false;
