package dev.calmdesk.support;

import dev.calmdesk.data.Database;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Checks the promise on which history and synchronisation rest: a row equals the sum of its journal entries.
public final class JournalSum {

    private JournalSum() {}

    /// Every field of every row that says something else than the journal; empty in a sound store.
    public static List<String> differences(Database database) {
        return database.read(handle ->
                Kinds.all().stream().flatMap(kind -> differences(handle, kind).stream()).toList());
    }

    private static List<String> differences(Handle handle, Kind<?> kind) {
        var differences = new ArrayList<String>();
        for (var row : handle.createQuery("select * from " + kind.table()).mapToMap().list()) {
            var sum = sum(handle, kind, (UUID) Objects.requireNonNull(row.get("id")));
            for (var field : kind.fields().values()) {
                var stored = field.plain(row.get(field.name()));
                if (!field.name().equals("id") && !isSame(stored, sum.get(field.name()))) {
                    differences.add("%s.%s of %s: %s, journal: %s"
                            .formatted(kind.name(), field.name(), row.get("id"), stored, sum.get(field.name())));
                }
            }
        }
        return differences;
    }

    /// Records of one case's steps share its id.
    private static Map<String, @Nullable Object> sum(Handle handle, Kind<?> kind, UUID entity) {
        var sum = new HashMap<String, @Nullable Object>();
        Journal.ofEntity(handle, entity).stream()
                .filter(entry -> entry.kind().equals(kind.name()))
                .forEach(entry -> entry.changes().forEach((field, change) -> sum.put(field, change.get(1))));
        return sum;
    }

    /// What no entry ever named is not set: null, false.
    private static boolean isSame(@Nullable Object stored, @Nullable Object sum) {
        return stored instanceof Number a && sum instanceof Number b
                ? a.longValue() == b.longValue()
                : Objects.equals(Boolean.FALSE.equals(stored) ? null : stored, Boolean.FALSE.equals(sum) ? null : sum);
    }
}
