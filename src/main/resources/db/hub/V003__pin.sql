-- By what desks know this hub: the SHA-256 of its public key; null while it speaks plain HTTP. All hub processes before
-- one database have the same key.
alter table hub add column pin text;
