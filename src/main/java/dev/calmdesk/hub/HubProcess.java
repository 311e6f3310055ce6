package dev.calmdesk.hub;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.calmdesk.base.Problem;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A hub with everything it needs, as a command starts it.
public final class HubProcess implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Feed feed;
    private final Enrolment enrolment;
    private final Desks desks;

    /// Where the hub keeps its data.
    ///
    /// @param url JDBC address of a PostgreSQL, user and password included; null to try the hub out in the folder
    /// @param folder for trying out
    public record Place(@Nullable String url, Path folder) {}

    /// @param rules who may write what
    /// @throws Problem.Unavailable if the database does not answer
    public HubProcess(Place place, InstantSource clock, Judge rules) {
        try {
            var source = new HikariDataSource(pool(address(place)));
            open.add(source);
            var database = HubDatabase.open(source);
            feed = new Feed(database, rules);
            enrolment = new Enrolment(database, clock);
            desks = new Desks(database);
            EntryRules.prepare(database);
        } catch (PoolInitializationException e) {
            close();
            throw Problem.unavailable("hub.problem.no_database", e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private String address(Place place) {
        if (place.url() != null) {
            return place.url();
        }
        return TryOut.running(place.folder()).orElseGet(() -> {
            var server = TryOut.start(place.folder());
            open.add(server);
            return server.url();
        });
    }

    private static HikariConfig pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("hub");
        return config;
    }

    public Enrolment enrolment() {
        return enrolment;
    }

    /// For desks that never see a network.
    public Bundles bundles() {
        return new Bundles(feed, enrolment);
    }

    public Desks desks() {
        return desks;
    }

    /// Begins to listen on this machine.
    ///
    /// @param port 0 for any that is free
    /// @return the port
    /// @throws Problem.Unavailable if somebody else listens there
    public int serve(int port) {
        var server = new HubServer(feed, enrolment, "127.0.0.1", port);
        open.add(server);
        try {
            return server.start();
        } catch (JavalinBindException e) {
            throw Problem.unavailable("hub.problem.port_taken", e, String.valueOf(port));
        }
    }

    /// Ends what is running, then lets go of the database.
    @Override
    public void close() {
        for (var part : open.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("The hub did not end in good order", e);
            }
        }
        open.clear();
    }
}
