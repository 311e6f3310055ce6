-- The kinds and fields that the program knew when it last looked through what it keeps without showing it.
create table known_kind (
    kind   varchar(32) primary key,
    fields varchar(4000) not null
);
