-- What stands in a scope up to an entry, in one value: the first 16 bytes of the SHA-256 of the value before and the
-- entry's id, in hexadecimal. Desks compare it at each pull, so that nobody reads on in another history than their own.
alter table entry add column chain text;
do $$
declare
    next record;
    scope_before text;
    chain_before text;
begin
    for next in select scope, position, id from entry order by scope, position loop
        if scope_before is distinct from next.scope then
            scope_before := next.scope;
            chain_before := repeat('0', 32);
        end if;
        chain_before := left(encode(sha256(decode(chain_before, 'hex') || uuid_send(next.id)), 'hex'), 32);
        update entry set chain = chain_before where scope = next.scope and position = next.position;
    end loop;
end $$;
alter table entry alter column chain set not null;

alter table scope_head add column chain text not null default repeat('0', 32);
update scope_head set chain = entry.chain from entry where entry.scope = scope_head.scope and entry.position = scope_head.n;

-- When it was restored from a backup; for some time after that desks may offer again what it lost.
alter table hub add column restored_at bigint;
