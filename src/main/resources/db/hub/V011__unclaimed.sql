-- A desk that was let in by a file and has not said its id yet: a random one stands in its place.
alter table desk add column unclaimed boolean not null default false;
