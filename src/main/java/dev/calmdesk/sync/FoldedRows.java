package dev.calmdesk.sync;

import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.RecordFold;
import dev.calmdesk.data.RecordId;
import dev.calmdesk.data.Tx;
import dev.calmdesk.sync.wire.Erased;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Makes rows what their entries say, and conflicts what waits for a person. Rows are collected and written together:
/// one statement for all that set the same fields.
final class FoldedRows {

    private final Tx tx;
    private final Map<String, Kind<?>> kinds;
    private final RequiredFields required;
    private final Map<String, PreparedBatch> writes = new LinkedHashMap<>();

    FoldedRows(Tx tx, Map<String, Kind<?>> kinds, RequiredFields required) {
        this.tx = tx;
        this.kinds = kinds;
        this.required = required;
    }

    /// A record of which something was here before.
    void foldAnew(RecordId record) {
        var entries = Journal.inForce(tx.handle(), record);
        if (!entries.isEmpty()) { // otherwise all of it was rejected: it stays visible here, with its problem
            fold(record, entries, exists(record));
        }
    }

    /// A record whose entries were emptied. Where its row shows what the hub did not take, that is emptied too.
    void foldErased(RecordId record) {
        var exists = exists(record);
        var inForce = Journal.inForce(tx.handle(), record);
        if (!inForce.isEmpty()) {
            fold(record, inForce, exists);
        }
        var named = RecordFold.of(inForce).values().keySet();
        if (exists && !required.areAmong(named, tx.handle(), kinds.get(record.kind()))) {
            var emptied = new HashMap<>(RecordFold.of(rejected(record)).values());
            emptied.keySet().removeAll(named);
            emptied.values().removeIf(value -> !Erased.isGone(value));
            empty(record, emptied);
        }
    }

    private void empty(RecordId record, Map<String, @Nullable Object> values) {
        var kind = kinds.get(record.kind());
        var fields = known(kind, values.keySet());
        if (!fields.isEmpty()) {
            tx.touched(record.kind());
            writes.computeIfAbsent(update(kind, fields, List.of()), tx.handle()::prepareBatch)
                    .bind("id", record.id())
                    .bindMap(widened(values))
                    .add();
        }
    }

    /// A record of which nothing was here before.
    void begin(RecordId record, List<Entry> entries) {
        fold(record, entries, false);
    }

    private boolean exists(RecordId record) {
        return kinds.containsKey(record.kind())
                && tx.handle()
                        .createQuery("select 1 from %s where id = :id".formatted(kinds.get(record.kind()).table()))
                        .bind("id", record.id())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
    }

    private void fold(RecordId record, List<Entry> entries, boolean exists) {
        tx.touched(record.kind());
        var kind = kinds.get(record.kind());
        if (kind == null) {
            return; // of a newer version: kept, shown once this desk knows it
        }
        var fold = RecordFold.of(entries);
        var isWhole = required.areAmong(fold.values().keySet(), tx.handle(), kind);
        if (!exists && !isWhole) {
            return; // the hub rejected the entry that made it: kept, shown once somebody sent that again
        }
        var fields = known(kind, fold.values().keySet());
        var unset = exists && isWhole ? known(kind, onlyRejected(record, fold.values().keySet())) : List.<String>of();
        if (!exists || !fields.isEmpty()) {
            writes.computeIfAbsent(exists ? update(kind, fields, unset) : insert(kind, fields), tx.handle()::prepareBatch)
                    .bind("id", record.id())
                    .bindMap(widened(fold.values()))
                    .add();
        }
        if (exists
                && tx.handle().execute("delete from conflict where entity = ? and kind = ?", record.id(), record.kind()) > 0) {
            tx.touched(Replica.CONFLICT);
        }
        Decisions.remember(tx, entries);
        for (var conflict : fold.conflicts()) {
            if (kind.automatic().contains(conflict.field())) {
                continue;
            }
            tx.handle().execute(
                    "insert into conflict (entity, field, entry, kind, standing) values (?, ?, ?, ?, ?)",
                    record.id(), conflict.field(), conflict.other().id(), record.kind(), conflict.standing().id());
            tx.touched(Replica.CONFLICT);
        }
    }

    /// Fields that were written here and nowhere else, in entries that the hub rejected: they hold nothing again, as on
    /// every other desk.
    private Set<String> onlyRejected(RecordId record, Set<String> inForce) {
        var fields = new HashSet<String>();
        rejected(record).forEach(rejected -> fields.addAll(rejected.changes().keySet()));
        fields.removeAll(inForce);
        return fields;
    }

    private List<Entry> rejected(RecordId record) {
        return tx.handle()
                .createQuery("""
                        select * from journal where entity = :entity and kind = :kind and rejected is not null
                        order by seq""")
                .bind("entity", record.id())
                .bind("kind", record.kind())
                .map(Journal::entry)
                .list();
    }

    /// JSON reads small whole numbers narrower than large ones, but all rows of a batch have to be of one type.
    private static Map<String, @Nullable Object> widened(Map<String, @Nullable Object> values) {
        var widened = new HashMap<>(values);
        widened.replaceAll((field, value) -> value instanceof Integer number ? Long.valueOf(number) : value);
        return widened;
    }

    private static List<String> known(Kind<?> kind, Set<String> fields) {
        return fields.stream().filter(kind.fields()::containsKey).sorted().toList();
    }

    private static String update(Kind<?> kind, List<String> fields, List<String> unset) {
        var assignments = Stream.concat(
                        fields.stream().map(field -> field + " = :" + field),
                        unset.stream().map(field -> field + " = default"))
                .collect(Collectors.joining(", "));
        return "update %s set %s where id = :id".formatted(kind.table(), assignments);
    }

    private static String insert(Kind<?> kind, List<String> fields) {
        var columns = fields.stream().map(field -> ", " + field).collect(Collectors.joining());
        var places = fields.stream().map(field -> ", :" + field).collect(Collectors.joining());
        return "insert into %s (id%s) values (:id%s)".formatted(kind.table(), columns, places);
    }

    /// Writes what was collected.
    void write() {
        writes.values().forEach(batch -> {
            batch.execute();
            batch.close();
        });
        writes.clear();
    }
}
