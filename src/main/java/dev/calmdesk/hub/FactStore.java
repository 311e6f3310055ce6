package dev.calmdesk.hub;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps [Facts] in the hub's database, in the transactions that take entries in.
final class FactStore {

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private FactStore() {}

    static boolean isNobodyKnown(Handle handle) {
        return handle.createQuery("select not exists (select 1 from fact where kind = 'person')")
                .mapTo(Boolean.class)
                .one();
    }

    /// What is needed to judge some entries.
    static Facts load(Handle handle, List<WireEntry> fresh) {
        var facts = new Facts(isNobodyKnown(handle));
        read(handle, facts, "kind = 'person' and entity = any(:ids)", ids(fresh.stream().map(WireEntry::author)));
        var kept = fresh.stream().filter(entry -> Facts.keeps(entry.kind())).toList();
        if (!kept.isEmpty()) {
            var entities = ids(kept.stream().map(WireEntry::entity));
            read(handle, facts, "entity = any(:ids)", entities);
            readEntries(handle, facts, entities);
        }
        if (kept.stream().anyMatch(entry -> entry.kind().equals("remedy") || entry.kind().equals("approval"))) {
            read(handle, facts, "kind = 'workplace'", Set.of());
            read(handle, facts, "case_id = any(:ids)", cases(handle, kept));
        }
        return facts;
    }

    private static Set<UUID> ids(Stream<UUID> ids) {
        return ids.collect(Collectors.toSet());
    }

    private static void read(Handle handle, Facts facts, String which, Collection<UUID> ids) {
        var query = handle.createQuery("select kind, entity, fields from fact where " + which);
        if (which.contains(":ids")) {
            query.bindArray("ids", UUID.class, List.copyOf(ids));
        }
        query.map((row, context) -> Map.entry(
                        new Facts.Key(row.getString("kind"), row.getObject("entity", UUID.class)),
                        Json.read(row.getString("fields"), FIELDS)))
                .forEach(known -> facts.know(known.getKey(), known.getValue()));
    }

    private static void readEntries(Handle handle, Facts facts, Collection<UUID> entities) {
        handle.createQuery("""
                        select position, body from entry where entity = any(:ids) and kind = any(:kinds)
                        order by position""")
                .bindArray("ids", UUID.class, List.copyOf(entities))
                .bindArray("kinds", String.class, List.copyOf(Facts.KEPT.keySet()))
                .map((row, context) -> Json.read(row.getString("body"), WireEntry.class).at(row.getLong("position")))
                .forEach(facts::knowEntry);
    }

    /// The cases that remedies and approvals belong to, or are being made for.
    private static Set<UUID> cases(Handle handle, List<WireEntry> kept) {
        var cases = new HashSet<>(handle.createQuery(
                        "select distinct case_id from fact where entity = any(:ids) and case_id is not null")
                .bindArray("ids", UUID.class, kept.stream().map(WireEntry::entity).toList())
                .mapTo(UUID.class)
                .list());
        kept.forEach(entry -> {
            var change = entry.changes().get("case_id");
            if (change != null && change.get(1) instanceof String text) {
                Facts.id(Map.of("case_id", text), "case_id").ifPresent(cases::add);
            }
        });
        return cases;
    }

    /// Writes what was taken in.
    static void save(Handle handle, Facts facts) {
        var changed = facts.changed();
        if (changed.isEmpty()) {
            return;
        }
        var insert = handle.prepareBatch("""
                insert into fact (kind, entity, case_id, fields) values (:kind, :entity, cast(:case as uuid), :fields)
                on conflict (kind, entity) do update set case_id = excluded.case_id, fields = excluded.fields""");
        changed.forEach((record, fields) -> insert
                .bind("kind", record.kind())
                .bind("entity", record.entity())
                .bind("case", Facts.id(fields, "case_id").map(UUID::toString).orElse(null))
                .bind("fields", Json.write(fields))
                .add());
        insert.execute();
    }

    /// Makes all facts anew from the entries.
    static void rebuild(Handle handle) {
        handle.execute("lock table fact in exclusive mode");
        handle.execute("delete from fact");
        var facts = new Facts(true);
        handle.createQuery("select position, body from entry where kind = any(:kinds) order by entity, position")
                .bindArray("kinds", String.class, List.copyOf(Facts.KEPT.keySet()))
                .map((row, context) -> Json.read(row.getString("body"), WireEntry.class).at(row.getLong("position")))
                .forEach(facts::take);
        save(handle, facts);
    }
}
