package dev.calmdesk.data;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Brings a database to the newest shipped schema; forward only. A Flyway pass costs twice as much as opening H2, so it
/// runs only when it has something to do.
final class Migrations {

    /// Version of the newest file under `db/desk`; a test holds the two together.
    static final String NEWEST = "037";

    private Migrations() {}

    static boolean areDue(Handle handle) {
        return version(handle).filter(NEWEST::equals).isEmpty();
    }

    /// The newest version that was applied; empty if no version of ours ever wrote into this database.
    static Optional<String> version(Handle handle) {
        if (!isMigrated(handle)) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        select "version" from "flyway_schema_history" where "success"
                        order by "installed_rank" desc limit 1""")
                .mapTo(String.class)
                .findOne();
    }

    private static boolean isMigrated(Handle handle) {
        try (var tables = handle.getConnection().getMetaData().getTables(null, "PUBLIC", "flyway_schema_history", null)) {
            return tables.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param url of a database that somebody keeps open
    static void run(String url) {
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/desk")
                .load()
                .migrate();
    }

    /// Makes the store's database, or a migrated copy of it, beside its place and moves it there in one step. H2 commits
    /// each statement of a migration on its own; done in place, a kill in the middle would leave a schema that neither
    /// the old nor the new version can open.
    ///
    /// The database must not be open.
    ///
    /// @param finish writes what a migrated database must also hold
    static void replaceDatabase(StoreFiles files, Engine engine, Consumer<Handle> finish) {
        try {
            Files.deleteIfExists(files.nextDatabaseFile());
            if (Files.exists(files.databaseFile())) {
                Files.copy(files.databaseFile(), files.nextDatabaseFile());
            }
            var url = engine.writingUrl(files.nextDatabase());
            try (var handle = Jdbi.open(url, "sa", "")) {
                run(url);
                finish.accept(handle);
                handle.execute("checkpoint sync");
            }
            files.promoteNext();
        } catch (IOException e) {
            throw H2Failures.ofFiles(e, "store.problem.disk_refused", files.folder());
        } catch (RuntimeException e) {
            throw H2Failures.whileOpening(e, files.folder());
        }
    }
}
