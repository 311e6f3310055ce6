-- Evidence files that lie whole on the hub, in the life of it that is named.
create table hub_file (
    sha256 varchar(64) primary key,
    epoch  uuid not null
);
