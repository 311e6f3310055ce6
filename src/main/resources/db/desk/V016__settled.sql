-- Entries that the hub rejected, to find them again, and what a person did about each: sent again, or kept here.
create table quarantine (
    entry   uuid primary key,
    settled varchar(16)
);
insert into quarantine (entry) select id from journal where rejected is not null;

-- Decisions between versions of several desks, to find them again; what they are stands in the journal.
create table conflict_decision (
    entry uuid primary key,
    at    bigint not null
);
