package dev.calmdesk.hub;

import dev.calmdesk.sync.Scopes;
import dev.calmdesk.sync.wire.Chain;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.WireEntry;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The entries of all scopes, in their order.
final class EntryTable {

    private EntryTable() {}

    static Set<UUID> taken(Handle handle, List<WireEntry> entries) {
        return new HashSet<>(handle.createQuery("select id from entry where id = any(:ids)")
                .bindArray("ids", UUID.class, entries.stream().map(WireEntry::id).toList())
                .mapTo(UUID.class)
                .list());
    }

    /// From here to the commit nobody else writes into them, so the judge sees all that was granted before; and nobody
    /// erases a customer, since that is an entry of the company. In the order of their names, so that two pushes never
    /// wait for each other.
    static void lockScopes(Handle handle, Collection<String> scopes) {
        if (!scopes.contains(Scopes.COMPANY)) {
            handle.execute("select n from scope_head where scope = ? for share", Scopes.COMPANY);
        }
        new TreeSet<>(scopes).forEach(scope -> {
            handle.execute("insert into scope_head (scope, n) values (?, 0) on conflict do nothing", scope);
            handle.execute("select n from scope_head where scope = ? for update", scope);
        });
    }

    /// @param taken all of one desk
    /// @param bodies by `seq`
    /// @return positions by `seq`
    static Map<Long, Long> append(Handle handle, List<WireEntry> taken, Map<Long, String> bodies) {
        var positions = new HashMap<Long, Long>();
        var byScope = taken.stream().collect(Collectors.groupingBy(WireEntry::scope, TreeMap::new, Collectors.toList()));
        byScope.forEach((scope, entries) -> {
            var chains = chains(chain(handle, scope), entries);
            long head = handle.createQuery("""
                            update scope_head set n = n + :k, chain = :chain where scope = :scope returning n""")
                    .bind("k", entries.size())
                    .bind("chain", chains.getLast())
                    .bind("scope", scope)
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate("""
                            insert into entry (scope, position, id, desk, seq, kind, entity, subject, body, chain)
                            select :scope, :before + number, id, :desk, seq, kind, entity, subject, body, chain
                            from unnest(:ids, :seqs, :kinds, :entities, :subjects, :bodies, :chains) with ordinality
                                as fresh (id, seq, kind, entity, subject, body, chain, number)""")
                    .bind("desk", entries.getFirst().desk())
                    .bind("scope", scope)
                    .bind("before", head - entries.size())
                    .bindArray("chains", String.class, chains)
                    .bindArray("ids", UUID.class, entries.stream().map(WireEntry::id).toList())
                    .bindArray("seqs", Long.class, entries.stream().map(WireEntry::seq).toList())
                    .bindArray("kinds", String.class, entries.stream().map(WireEntry::kind).toList())
                    .bindArray("entities", UUID.class, entries.stream().map(WireEntry::entity).toList())
                    .bindArray("subjects", UUID.class, entries.stream().map(WireEntry::subject).toList())
                    .bindBySqlType("bodies", entries.stream().map(entry -> bodies.get(entry.seq())).toArray(String[]::new),
                            Types.ARRAY)
                    .execute();
            for (var i = 0; i < entries.size(); i++) {
                positions.put(entries.get(i).seq(), head - entries.size() + 1 + i);
            }
        });
        return positions;
    }

    /// The entries that follow a position.
    ///
    /// @param chain up to that position
    static PageText page(Handle handle, String scope, long after, @Nullable Chain chain, long head) {
        if (after >= head) {
            return new PageText(scope, after, chain, List.of(), head);
        }
        var entries = handle.createQuery("""
                        select position, body from entry where scope = :scope and position > :after and position <= :end
                        order by position""")
                .bind("scope", scope)
                .bind("after", after)
                .bind("end", Math.min(after + Page.MOST, head))
                .map((row, context) -> Map.entry(row.getLong("position"), row.getString("body")))
                .list();
        for (var i = 0; i < entries.size(); i++) {
            if (entries.get(i).getKey() != after + 1 + i) {
                throw new IllegalStateException("Scope " + scope + " has a gap after " + (after + i));
            }
        }
        return new PageText(
                scope, after, chain,
                entries.stream().map(entry -> new PageText.EntryText(entry.getValue())).toList(), head);
    }

    /// What stands in a scope that is locked.
    private static Chain chain(Handle handle, String scope) {
        return handle.createQuery("select chain from scope_head where scope = :scope")
                .bind("scope", scope)
                .mapTo(String.class)
                .map(Chain::new)
                .one();
    }

    private static List<String> chains(Chain before, List<WireEntry> entries) {
        var chains = new ArrayList<String>(entries.size());
        var chain = before;
        for (var entry : entries) {
            chain = chain.with(entry.id());
            chains.add(chain.value());
        }
        return chains;
    }

    /// What stands up to a position; null if nothing does.
    static @Nullable Chain chain(Handle handle, String scope, long position) {
        return position == 0
                ? Chain.START
                : handle.createQuery("select chain from entry where scope = :scope and position = :position")
                        .bind("scope", scope)
                        .bind("position", position)
                        .mapTo(String.class)
                        .map(Chain::new)
                        .findOne()
                        .orElse(null);
    }

    static long head(Handle handle, String scope) {
        return handle.createQuery("select n from scope_head where scope = :scope")
                .bind("scope", scope)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
