package dev.calmdesk.sync;

import dev.calmdesk.hub.Enrolment;
import dev.calmdesk.hub.Feed;
import dev.calmdesk.hub.HubDatabase;
import dev.calmdesk.support.DirectHub;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.wire.Admission;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The real hub on real PostgreSQL whose process dies now and then. Emptied between runs, as that is quicker than a new
/// database.
final class SimulatedHub implements SimulatedNetwork.Hubs, AutoCloseable {

    private final ShakyConnections connections = new ShakyConnections(Postgres.emptyDatabase());
    private final Feed feed;
    private final Enrolment enrolment;
    private final List<String> tables;

    SimulatedHub() {
        var database = HubDatabase.open(connections);
        feed = new Feed(database);
        enrolment = new Enrolment(database, Clock.systemUTC());
        tables = Jdbi.create(connections).withHandle(handle -> handle
                .createQuery("""
                        select table_name from information_schema.tables where table_schema = 'public'
                            and table_name not in ('hub', 'flyway_schema_history')""")
                .mapTo(String.class)
                .list());
    }

    @Override
    public void begin() {
        connections.calm();
        Jdbi.create(connections).useHandle(handle -> tables.forEach(table -> handle.execute("delete from " + table)));
    }

    @Override
    public void shake(SplittableRandom random) {
        connections.shake(random);
    }

    @Override
    public void heal() {
        connections.calm();
    }

    @Override
    public boolean failed() {
        return connections.struck();
    }

    @Override
    public Admission admit(UUID desk, String team) {
        return enrolment.redeem(enrolment.offer(team), desk).orElseThrow();
    }

    @Override
    public Hub of(UUID desk) {
        return new DirectHub(feed, desk);
    }

    @Override
    public void close() throws SQLException {
        connections.close();
    }
}
