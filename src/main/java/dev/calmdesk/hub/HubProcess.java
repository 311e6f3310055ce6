package dev.calmdesk.hub;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.calmdesk.base.Problem;
import dev.calmdesk.sync.EnrolCode;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hub with everything it needs, as a command starts it.
public final class HubProcess implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Feed feed;
    private final Enrolment enrolment;
    private final Desks desks;
    private final HubDatabase database;
    private final HubMetrics metrics = new HubMetrics();

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
            metrics.watch(source);
            database = HubDatabase.open(source);
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

    /// Says that its database was restored from a backup.
    public void restored() {
        feed.restored(UUID.randomUUID());
    }

    public Desks desks() {
        return desks;
    }

    /// @param withHistory whether whoever hands the code out answers for what the desk did before
    /// @return what lets one desk in, and lets it know this hub
    public EnrolCode offer(String team, boolean withHistory) {
        var pin = database.read(handle -> handle.createQuery("select pin from hub where pin is not null")
                .mapTo(String.class)
                .findOne());
        return new EnrolCode(enrolment.offer("team-" + team, withHistory), pin);
    }

    /// Begins to listen on this machine, in plain HTTP.
    ///
    /// @param port 0 for any that is free
    /// @return the port
    public int serve(int port) {
        return serve(new HubServer.Place("127.0.0.1", port, null));
    }

    /// Begins to listen.
    ///
    /// @return the port
    /// @throws Problem.Refused if others could read along
    /// @throws Problem.Unavailable if somebody else listens there
    public int serve(HubServer.Place place) {
        if (place.key() == null && !isThisMachine(place.host())) {
            throw Problem.refused("hub.problem.plain", place.host());
        }
        var pin = place.key() == null ? null : place.key().pin();
        database.write(handle -> handle.execute("update hub set pin = ?", pin));
        var server = new HubServer(feed, enrolment, place, metrics);
        open.add(server);
        try {
            return server.start();
        } catch (JavalinBindException e) {
            throw Problem.unavailable("hub.problem.port_taken", e, String.valueOf(place.port()));
        }
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw Problem.refused("hub.problem.no_host", host);
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
