package dev.calmdesk.sync;

import dev.calmdesk.data.Kind;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/// What a row cannot be without. When the entry that made a record was rejected, what came later to it is not enough.
final class RequiredFields {

    private final Map<String, Set<String>> byTable = new ConcurrentHashMap<>();

    boolean areAmong(Set<String> fields, Handle handle, Kind<?> kind) {
        return fields.containsAll(byTable.computeIfAbsent(kind.table(), table -> Set.copyOf(handle.createQuery("""
                        select lower(column_name) from information_schema.columns
                        where table_schema = 'PUBLIC' and table_name = upper(:table) and is_nullable = 'NO'
                            and column_default is null and is_generated = 'NEVER' and column_name <> 'ID'""")
                .bind("table", table)
                .mapTo(String.class)
                .list())));
    }
}
