-- A desk that was restored from a backup goes on under a new id; the first id of that line, null for the first itself.
alter table desk add column root uuid;
