package dev.calmdesk.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL for the tests of one JVM; each caller gets an empty database of its own.
public final class Postgres {

    private static final Lazy SERVER = new Lazy();

    private Postgres() {}

    private static final class Lazy {
        private @Nullable EmbeddedPostgres server;

        synchronized EmbeddedPostgres get() {
            if (server == null) {
                assumeItMayRun();
                try {
                    server = EmbeddedPostgres.builder().start();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return server;
        }
    }

    /// PostgreSQL does not run as root; for root it is started in a user namespace, which some machines forbid. There, and
    /// only there, the tests that need it are left out.
    public static void assumeItMayRun() {
        Assumptions.assumeTrue(
                !"root".equals(System.getProperty("user.name")) || hasUserNamespaces(),
                "root may not make user namespaces here: run the tests as another user");
    }

    private static boolean hasUserNamespaces() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static DataSource emptyDatabase() {
        return database("");
    }

    /// What a backup of a database is restored to.
    ///
    /// @param source of which no connection is open
    public static DataSource copyOf(DataSource source) {
        return database(" template " + name(source));
    }

    /// For tests that make many.
    ///
    /// @param source of which no connection is open
    public static void drop(DataSource source) {
        execute("drop database " + name(source));
    }

    private static String name(DataSource source) {
        try (var connection = source.getConnection()) {
            return connection.getCatalog();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource database(String with) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name + with);
        return SERVER.get().getDatabase("postgres", name);
    }

    private static void execute(String command) {
        try (var connection = SERVER.get().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
