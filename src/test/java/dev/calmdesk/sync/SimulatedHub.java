package dev.calmdesk.sync;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.hub.Enrolment;
import dev.calmdesk.hub.EntryRules;
import dev.calmdesk.hub.Feed;
import dev.calmdesk.hub.HubDatabase;
import dev.calmdesk.hub.Judge;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Ahead;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/// The real hub on real PostgreSQL whose process dies now and then. Emptied between runs, as that is quicker than a new
/// database.
final class SimulatedHub implements SimulatedNetwork.Hubs, AutoCloseable {

    private final ShakyConnections connections = new ShakyConnections(Postgres.emptyDatabase());
    private final ManualClock clock = new ManualClock(Lab.BEGINNING);
    private final Jdbi jdbi = Jdbi.create(connections);
    private final HubDatabase database;
    private final Enrolment enrolment;
    private final Judge rules;
    private final List<String> tables;
    private Feed feed;

    SimulatedHub() {
        this(UnaryOperator.identity());
    }

    /// @param faulty makes of the rules by which the hub judges those by which this one does
    SimulatedHub(UnaryOperator<Judge> faulty) {
        database = HubDatabase.open(connections);
        enrolment = new Enrolment(database, clock);
        rules = faulty.apply(new EntryRules(Kinds.ALL, Kinds.OF_THE_COMPANY));
        feed = new Feed(database, rules, clock);
        tables = jdbi.withHandle(handle -> handle
                .createQuery("""
                        select table_name from information_schema.tables where table_schema = 'public'
                            and table_name not in ('hub', 'flyway_schema_history')""")
                .mapTo(String.class)
                .list());
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void begin(boolean isJudging) {
        connections.calm();
        clock.set(Instant.parse(Lab.BEGINNING));
        feed = new Feed(database, isJudging ? rules : Judge.LENIENT, clock);
        jdbi.useHandle(handle -> tables.forEach(table -> handle.execute("delete from " + table)));
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
    public Admission admit(UUID desk, String team, long lastSeq) {
        return connections.calmly(() -> enrolment.redeem(enrolment.offer(team), desk, lastSeq)).orElseThrow();
    }

    @Override
    public boolean holds(String word) {
        return jdbi.withHandle(handle -> tables.stream().anyMatch(table -> handle
                .createQuery("select exists (select 1 from %s held where cast(held as text) like :word)".formatted(table))
                .bind("word", "%" + word + "%")
                .mapTo(Boolean.class)
                .one()));
    }

    @Override
    public Hub of(UUID desk) {
        return new Hub() {
            @Override
            public List<Receipt> push(Push push) {
                return feed.push(desk, push);
            }

            @Override
            public Page pull(String scope, UUID epoch, long after) {
                return feed.pull(desk, scope, epoch, after);
            }

            @Override
            public Ahead ahead(String scope, UUID epoch, long until, String next) {
                return feed.ahead(desk, scope, epoch, until, next);
            }

            @Override
            public Admission goOn(UUID heir) {
                return enrolment.goOn(desk, heir);
            }

            @Override
            public List<Receipt> known(List<UUID> entries) {
                return feed.known(desk, entries);
            }
        };
    }

    @Override
    public void close() throws SQLException {
        connections.close();
    }
}
