package dev.calmdesk.hub;

import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// The hub's PostgreSQL, or an engine that speaks like it. Several hub processes may share one. Thread-safe.
public final class HubDatabase {

    /// A transaction that met another one is tried again; more often than this means something else is wrong.
    private static final int TRIES = 10;

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";

    private final Jdbi jdbi;

    private HubDatabase(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Brings the schema to the newest version; several processes may do so at once.
    public static HubDatabase open(DataSource source) {
        Flyway.configure().dataSource(source).locations("classpath:db/hub").load().migrate();
        var jdbi = Jdbi.create(source)
                .registerArrayType(UUID.class, "uuid")
                .registerArrayType(Long.class, "int8")
                .registerArrayType(Boolean.class, "bool")
                .registerArrayType(String.class, "text");
        var database = new HubDatabase(jdbi);
        database.write(handle -> handle.execute(
                "insert into hub (id, epoch) values (?, ?) on conflict (single) do nothing",
                UUID.randomUUID(), UUID.randomUUID()));
        return database;
    }

    <T> T read(Function<Handle, T> query) {
        return jdbi.withHandle(query::apply);
    }

    /// One transaction, all or nothing. It may run more than once, so it must not do anything else.
    <T> T write(Function<Handle, T> work) {
        for (var left = TRIES; ; left--) {
            try {
                return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, work::apply);
            } catch (RuntimeException e) {
                if (left == 0 || !metAnother(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean metAnother(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (SERIALIZATION_FAILURE.equals(sql.getSQLState()) || DEADLOCK.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
