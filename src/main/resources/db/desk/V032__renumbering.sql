-- What was read of a scope, in one value that is compared with the hub's; null while it is not known.
alter table scope_cursor add column chain varchar(32);

-- Each time the hub was restored from a backup: up to which number of a scope what this desk knew stands under the same
-- numbers as before. What somebody had seen beyond that, before, is told by no number any more.
create table renumbering (
    life  int         not null,
    scope varchar(64) not null,
    kept  bigint      not null,
    primary key (life, scope)
);
