-- By what this desk knows its hub: the SHA-256 of the hub's public key; null where the system's trust is enough.
alter table hub_link add column pin varchar(64);
