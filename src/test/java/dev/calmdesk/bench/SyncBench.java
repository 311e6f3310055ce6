package dev.calmdesk.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Note;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.data.Tx;
import dev.calmdesk.hub.Enrolment;
import dev.calmdesk.hub.Feed;
import dev.calmdesk.hub.HubDatabase;
import dev.calmdesk.hub.HubServer;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncLoop;
import dev.calmdesk.sync.SyncState.Contact;
import dev.calmdesk.sync.http.HubClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/// A hub in this process and desks with stores in files whose loops run: what the races of syncing share.
final class SyncBench implements AutoCloseable {

    static final String TEAM = "team-T1";
    private static final long PATIENCE_SECONDS = 600;
    private static final int CONNECTIONS = 16;

    private final Clock clock = Clock.systemUTC();
    private final HikariDataSource source = pooled();
    private final HubDatabase database = HubDatabase.open(source);
    private final Enrolment enrolment = new Enrolment(database, clock);
    private final HubServer server = new HubServer(new Feed(database), enrolment, "127.0.0.1", 0);
    private final URI address = URI.create("http://127.0.0.1:" + server.start());
    private final List<AutoCloseable> open = new ArrayList<>();

    /// One desk.
    record Desk(Database database, Replica replica, SyncLoop loop) {

        UUID note() {
            return database.write(Desk::note);
        }

        /// Many, in one transaction.
        void notes(int count) {
            database.writeDo(tx -> {
                for (var i = 0; i < count; i++) {
                    note(tx);
                }
            });
        }

        private static UUID note(Tx tx) {
            var id = UUID.randomUUID();
            tx.write(Note.KIND, id)
                    .set("case_id", id)
                    .set("author", id)
                    .set("text", "客户下午在家")
                    .set("at", 0L)
                    .as("added", id);
            return id;
        }

        long notes() {
            return database.read(handle -> handle.createQuery("select count(*) from note").mapTo(Long.class).one());
        }

        boolean has(UUID note) {
            return database.read(handle -> handle.createQuery("select 1 from note where id = :id")
                    .bind("id", note)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent());
        }

        /// Waits until something is so after a change of notes.
        void await(BooleanSupplier isSo) throws InterruptedException {
            var happened = new CountDownLatch(1);
            Runnable look = () -> {
                if (isSo.getAsBoolean()) {
                    happened.countDown();
                }
            };
            try (var _ = database.changes().on(Set.of("note"), look)) {
                look.run();
                require(happened);
            }
        }

        void awaitOnline() throws InterruptedException {
            var online = new CountDownLatch(1);
            try (var _ = loop.listen(state -> {
                if (state.contact() == Contact.ONLINE) {
                    online.countDown();
                }
            })) {
                if (loop.state().contact() != Contact.ONLINE) {
                    require(online);
                }
            }
        }

        private static void require(CountDownLatch latch) throws InterruptedException {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The desks did not come together");
            }
        }
    }

    /// An empty database behind connections that stay open, as a hub has them.
    static HikariDataSource pooled() {
        var pool = new HikariDataSource();
        pool.setDataSource(Postgres.emptyDatabase());
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }

    DataSource source() {
        return source;
    }

    URI address() {
        return address;
    }

    Enrolment enrolment() {
        return enrolment;
    }

    /// @param after number from which on it reads the team's scope
    Desk desk(Path folder, long after) {
        var store = Database.open(new StoreFiles(folder), clock, Ids.timeOrdered(clock));
        var replica = new Replica(store, Kinds.ALL, Set.of());
        var loop = new SyncLoop(
                replica, link -> new HubClient(URI.create(link.url()), link.token()), clock, new SplittableRandom(1));
        open.add(store);
        open.add(loop);
        store.writeDo(tx -> tx.handle().execute("merge into scope_cursor (scope, position) values (?, ?)", TEAM, after));
        var let = enrolment.redeem(enrolment.offer(TEAM), store.desk().id()).orElseThrow();
        replica.enrol(
                new Link(let.hub(), let.epoch(), address.toString(), let.token(), let.teamScope(), clock.instant(), 0),
                let.code());
        return new Desk(store, replica, loop);
    }

    @Override
    public void close() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
        server.close();
        source.close();
    }
}
