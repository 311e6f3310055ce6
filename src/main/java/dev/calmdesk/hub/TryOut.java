package dev.calmdesk.hub;

import dev.calmdesk.base.Problem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/// A PostgreSQL that comes along, for trying the hub out: on this machine only, as durable as any, its data kept in a
/// folder. A hub that people rely on gets a server of its own.
public final class TryOut implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path address;

    private TryOut(EmbeddedPostgres server, Path address) {
        this.server = server;
        this.address = address;
    }

    /// @param folder where data and programs are kept; made if it is not there
    /// @throws Problem.Unavailable if this system does not let it run
    public static TryOut start(Path folder) {
        try {
            Files.createDirectories(folder);
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            var address = addressFile(folder);
            Files.writeString(address, url(server));
            return new TryOut(server, address);
        } catch (IOException | IllegalStateException | LinkageError e) { // installers come without it
            throw Problem.unavailable("hub.problem.no_try_out", e, folder);
        }
    }

    private static String url(EmbeddedPostgres server) {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static Path addressFile(Path folder) {
        return folder.resolve("address");
    }

    /// The database of a hub that is being tried out in this folder now; one that was killed left its address behind.
    public static Optional<String> running(Path folder) {
        try {
            return Files.exists(addressFile(folder))
                    ? Optional.of(Files.readString(addressFile(folder))).filter(TryOut::answers)
                    : Optional.empty();
        } catch (IOException e) {
            throw Problem.unavailable("hub.problem.no_try_out", e, folder);
        }
    }

    private static boolean answers(String url) {
        try (var _ = DriverManager.getConnection(url)) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    public String url() {
        return url(server);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(address);
            server.close();
        } catch (IOException e) {
            throw Problem.unavailable("hub.problem.no_try_out", e, address);
        }
    }
}
