package dev.calmdesk.sync;

import dev.calmdesk.data.Database;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.RecordId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Entries of kinds and fields that this program did not know when they came in. They were kept; a program that knows
/// them shows them. Which kinds and fields were known stands in the store.
final class KeptEntries {

    private final Database database;
    private final Map<String, Kind<?>> kinds;

    KeptEntries(Database database, Map<String, Kind<?>> kinds) {
        this.database = database;
        this.kinds = kinds;
    }

    /// Folds what the program learned to know since the last call, in one transaction.
    void show(RequiredFields required) {
        var now = kinds.values().stream().collect(Collectors.toMap(Kind::name, KeptEntries::fields));
        var before = database.read(KeptEntries::known);
        if (now.equals(before)) {
            return;
        }
        database.writeDo(tx -> {
            var rows = new FoldedRows(tx, kinds, required);
            now.forEach((kind, fields) -> {
                if (!fields.equals(before.get(kind))) {
                    fromElsewhere(tx.handle(), kind).forEach(rows::foldAnew);
                }
            });
            rows.write();
            remember(tx.handle(), now);
        });
    }

    private static Map<String, String> known(Handle handle) {
        return handle.createQuery("select kind, fields from known_kind")
                .map((row, context) -> Map.entry(row.getString("kind"), row.getString("fields")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void remember(Handle handle, Map<String, String> known) {
        handle.execute("delete from known_kind");
        var insert = handle.prepareBatch("insert into known_kind (kind, fields) values (?, ?)");
        known.forEach(insert::add);
        insert.execute();
    }

    private static String fields(Kind<?> kind) {
        return kind.fields().keySet().stream().sorted().collect(Collectors.joining(","));
    }

    private List<RecordId> fromElsewhere(Handle handle, String kind) {
        return handle.createQuery("select distinct entity from journal where kind = :kind and desk <> :desk")
                .bind("kind", kind)
                .bind("desk", database.desk().id())
                .mapTo(UUID.class)
                .map(entity -> new RecordId(kind, entity))
                .list();
    }
}
