package dev.calmdesk.data;

import dev.calmdesk.base.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Takes everything that stands in one store over into an empty one, journal included, in a single transaction: after a
/// crash the target is empty or complete (ADR 0006).
///
/// Knows no table: it copies whatever columns both have, as they have the same schema. The target keeps its own desk.
/// A table with an identity column numbers what happens in its own store and is left alone.
public final class StoreCopy {

    private static final int BATCH = 500;
    private static final List<String> OWN = List.of("DESK", "DESK_BEFORE", "flyway_schema_history");

    private StoreCopy() {}

    private record Table(String name, List<String> columns) {}

    /// @throws Problem.Refused if somebody worked in the target already
    public static void copy(Database source, Database target) {
        target.writeDo(tx -> {
            if (!isEmpty(tx.handle())) {
                throw Problem.refused("store.problem.not_empty");
            }
            source.read(from -> {
                tables(from).forEach(table -> copy(from.getConnection(), tx.handle().getConnection(), table));
                return null;
            });
            tx.handle().execute("update journal set desk = ?", target.desk().id());
            tx.appended(lastSeq(tx.handle()));
        });
    }

    /// Takes some tables over, without the journal: for a store that is thrown away.
    ///
    /// @param names in upper case
    public static void copyTables(Database source, Database target, Set<String> names) {
        target.writeDo(tx -> source.read(from -> {
            tables(from).stream()
                    .filter(table -> names.contains(table.name()))
                    .forEach(table -> copy(from.getConnection(), tx.handle().getConnection(), table));
            return null;
        }));
    }

    /// Whether nothing was ever written in a store.
    public static boolean isEmpty(Database store) {
        return store.read(StoreCopy::isEmpty);
    }

    private static boolean isEmpty(Handle handle) {
        return lastSeq(handle) == 0;
    }

    private static long lastSeq(Handle handle) {
        return handle.createQuery("select coalesce(max(seq), 0) from journal").mapTo(Long.class).one();
    }

    private static List<Table> tables(Handle handle) {
        return handle.createQuery("""
                        select table_name from information_schema.tables t
                        where table_schema = 'PUBLIC' and table_type = 'BASE TABLE' and not exists (
                            select 1 from information_schema.columns c
                            where c.table_schema = 'PUBLIC' and c.table_name = t.table_name and c.is_identity = 'YES')
                        order by table_name""")
                .mapTo(String.class)
                .stream()
                .filter(name -> !OWN.contains(name))
                .map(name -> new Table(name, columns(handle, name)))
                .toList();
    }

    private static List<String> columns(Handle handle, String table) {
        return handle.createQuery("""
                        select column_name from information_schema.columns
                        where table_schema = 'PUBLIC' and table_name = :table and is_generated = 'NEVER'
                        order by ordinal_position""")
                .bind("table", table)
                .mapTo(String.class)
                .list();
    }

    private static void copy(Connection from, Connection to, Table table) {
        var columns = table.columns().stream().map(StoreCopy::quoted).collect(Collectors.joining(", "));
        var places = Stream.generate(() -> "?").limit(table.columns().size()).collect(Collectors.joining(", "));
        try (var query = from.createStatement();
                var rows = query.executeQuery("select %s from %s".formatted(columns, quoted(table.name())));
                var insert = to.prepareStatement(
                        "insert into %s (%s) values (%s)".formatted(quoted(table.name()), columns, places))) {
            for (var waiting = 1; rows.next(); waiting++) {
                for (var column = 1; column <= table.columns().size(); column++) {
                    insert.setObject(column, rows.getObject(column));
                }
                insert.addBatch();
                if (waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Table " + table.name() + " was not copied", e);
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
