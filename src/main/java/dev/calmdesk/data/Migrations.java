package dev.calmdesk.data;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/// Brings a database to the newest shipped schema; forward only. A Flyway pass costs twice as much as opening H2, so it
/// runs only when it has something to do.
final class Migrations {

    /// Version of the newest file under `db/desk`; a test holds the two together.
    static final String NEWEST = "012";

    private Migrations() {}

    static boolean areDue(Handle handle) {
        return !isMigrated(handle)
                || handle.createQuery("""
                        select "version" from "flyway_schema_history" where "success"
                        order by "installed_rank" desc limit 1""")
                        .mapTo(String.class)
                        .findOne()
                        .filter(NEWEST::equals)
                        .isEmpty();
    }

    /// Whether any version of ours ever wrote into this database.
    static boolean isMigrated(Handle handle) {
        try (var tables = handle.getConnection().getMetaData().getTables(null, "PUBLIC", "flyway_schema_history", null)) {
            return tables.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/desk")
                .load()
                .migrate();
    }
}
