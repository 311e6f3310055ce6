-- The desks this store was before: entries under their ids are told by the hub, so it went on under a new one.
create table desk_before (
    id uuid primary key
);

-- The id under which this store is about to go on; kept, so that asking the hub again asks for the same.
alter table hub_link add column heir uuid;
