package dev.calmdesk.sync;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Note;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.PromiseState;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.hub.Enrolment;
import dev.calmdesk.hub.Feed;
import dev.calmdesk.hub.HubDatabase;
import dev.calmdesk.support.DirectHub;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Head;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/// Desks of one team with real stores, a hub, and a network between them that can be bad.
final class Fleet implements AutoCloseable {

    static final String TEAM = "team-T1";

    private static final List<String> SHARED = List.of("journal", "promise", "note", "conflict", "scope_cursor", "hub_link");

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    final List<Member> members = new ArrayList<>();
    private BooleanSupplier loses = () -> false;

    /// The hub, however it is made.
    interface Hubs {

        /// Lets a desk in.
        Admission admit(UUID desk);

        /// The hub as that desk sees it.
        Hub of(UUID desk);
    }

    /// The real hub on real PostgreSQL, empty.
    static final class RealHubs implements Hubs {
        private final Feed feed;
        private final Enrolment enrolment;

        RealHubs(DataSource source) {
            var database = HubDatabase.open(source);
            feed = new Feed(database);
            enrolment = new Enrolment(database, Clock.systemUTC());
        }

        @Override
        public Admission admit(UUID desk) {
            return enrolment.redeem(enrolment.offer(TEAM), desk).orElseThrow();
        }

        @Override
        public Hub of(UUID desk) {
            return new DirectHub(feed, desk);
        }
    }

    Fleet(int desks) {
        for (var i = 0; i < desks; i++) {
            var database = Database.inMemory(clock, Ids.timeOrdered(clock));
            members.add(new Member(database, new Replica(database, Kinds.ALL, Set.of("article", "product")), new Line()));
        }
    }

    /// Begins anew: empty stores, enrolled with a hub.
    ///
    /// @param loses asked before each request arrives and before each answer does
    Fleet begin(Hubs hubs, BooleanSupplier loses) {
        this.loses = loses;
        for (var member : members) {
            var database = member.database();
            database.writeDo(tx -> SHARED.forEach(table -> tx.handle().execute("delete from " + table)));
            forgetNumbers(database);
            var admission = hubs.admit(database.desk().id());
            member.replica().enrol(
                    new Link(
                            admission.hub(), admission.epoch(), "", admission.token(), admission.teamScope(),
                            clock.instant(), 0),
                    admission.code());
            member.line().hub = hubs.of(database.desk().id());
        }
        return this;
    }

    /// A write that is rolled back makes a store look up its newest number again.
    private static void forgetNumbers(Database database) {
        try {
            database.writeDo(tx -> {
                throw dev.calmdesk.base.Problem.refused("base.problem.not_an_amount", "");
            });
        } catch (dev.calmdesk.base.Problem expected) {
            // that was the point
        }
    }

    @Override
    public void close() {
        members.forEach(member -> member.database().close());
    }

    /// Rounds over a good network until nothing moves any more.
    void settle() {
        for (var round = 0; round < 3; round++) {
            members.forEach(member -> new SyncRound(member.replica(), member.line().hub, Runnable::run, Long.MAX_VALUE).run());
        }
    }

    /// One desk of the fleet.
    record Member(Database database, Replica replica, Line line) {

        SyncRound.Moved sync() {
            return round().run();
        }

        int heard(Head head) {
            return round().heard(head);
        }

        private SyncRound round() {
            return new SyncRound(replica, line, Runnable::run, Long.MAX_VALUE);
        }

        /// What the hub answers to this desk.
        Page page(long after) {
            return line.pull(TEAM, replica.link().orElseThrow().epoch(), after);
        }

        UUID note(String text) {
            var id = UUID.randomUUID();
            database.writeDo(tx -> tx.write(Note.KIND, id)
                    .set("case_id", new UUID(1, 1))
                    .set("author", database.desk().id())
                    .set("text", text)
                    .set("at", 0L)
                    .as("added", database.desk().id()));
            return id;
        }

        UUID promise(String text) {
            var id = UUID.randomUUID();
            database.writeDo(tx -> tx.write(Promise.KIND, id)
                    .set("case_id", new UUID(1, 1))
                    .set("text", text)
                    .set("owner", database.desk().id())
                    .set("made_at", 0L)
                    .set("due_at", 1L)
                    .set("state", PromiseState.OPEN)
                    .as("made", database.desk().id()));
            return id;
        }

        void set(UUID promise, String field, Object value) {
            database.writeDo(tx ->
                    tx.write(Promise.KIND, promise).set(field, value).asWhenChanged("changed", database.desk().id()));
        }

        /// The rows of a kind, by id, as they stand in the table.
        List<Map<String, Object>> rows(String table) {
            return database.read(
                    handle -> handle.createQuery("select * from " + table + " order by id").mapToMap().list());
        }

        Map<String, Object> promiseRow(UUID id) {
            return rows("promise").stream().filter(row -> row.get("id").equals(id)).findFirst().orElseThrow();
        }

        List<Map<String, Object>> conflicts() {
            return database.read(handle -> handle
                    .createQuery("select * from conflict order by entity, field, entry")
                    .mapToMap()
                    .list());
        }

        List<Entry> journal() {
            return database.read(handle -> handle
                    .createQuery("select * from journal order by scope, position, desk, seq")
                    .map(dev.calmdesk.data.Journal::entry)
                    .list());
        }

        Soundness soundness() {
            return database.read(handle -> Soundness.of(handle, Kinds.ALL));
        }
    }

    /// The hub over a network that loses requests and answers.
    final class Line implements Hub {
        private Hub hub;

        private void risk() {
            if (loses.getAsBoolean()) {
                throw new Unreachable("lost", new java.io.IOException("lost"));
            }
        }

        @Override
        public List<Receipt> push(Push push) {
            risk();
            var receipts = hub.push(push);
            risk();
            return receipts;
        }

        @Override
        public Page pull(String scope, UUID epoch, long after) {
            risk();
            var page = hub.pull(scope, epoch, after);
            risk();
            return page;
        }
    }

    void pass(Duration time) {
        clock.advance(time);
    }
}
