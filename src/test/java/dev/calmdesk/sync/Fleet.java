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
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// Desks of one team with real stores, the real hub on real PostgreSQL, and a network between them that can be bad.
final class Fleet implements AutoCloseable {

    static final String TEAM = "team-T1";

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final Feed feed;
    private final Enrolment enrolment;
    private final BooleanSupplier loses;
    final List<Member> members = new ArrayList<>();

    /// @param loses asked before each request arrives and before each answer does
    Fleet(int desks, BooleanSupplier loses) {
        this.loses = loses;
        var database = HubDatabase.open(Postgres.emptyDatabase());
        feed = new Feed(database);
        enrolment = new Enrolment(database, clock);
        for (var i = 0; i < desks; i++) {
            members.add(join());
        }
    }

    private Member join() {
        var database = Database.inMemory(clock, Ids.timeOrdered(clock));
        var replica = new Replica(database, Kinds.ALL, Set.of("article", "product"));
        var admission = enrolment.redeem(enrolment.offer(TEAM), database.desk().id()).orElseThrow();
        replica.enrol(new Link(
                admission.hub(), admission.epoch(), "", admission.token(), admission.teamScope(), clock.instant(), 0),
                admission.code());
        return new Member(database, replica, new Line(database.desk().id()));
    }

    @Override
    public void close() {
        members.forEach(member -> member.database().close());
    }

    /// Rounds over a good network until nothing moves any more.
    void settle() {
        for (var round = 0; round < 3; round++) {
            members.forEach(member -> new SyncRound(member.replica(), new Good(member.line().desk)).run());
        }
    }

    /// One desk of the fleet.
    record Member(Database database, Replica replica, Line line) {

        SyncRound.Moved sync() {
            return new SyncRound(replica, line).run();
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

    /// The hub over a network that works.
    private class Good implements Hub {
        private final UUID desk;

        Good(UUID desk) {
            this.desk = desk;
        }

        @Override
        public List<Receipt> push(Push push) {
            return feed.push(desk, push);
        }

        @Override
        public Page pull(String scope, UUID epoch, long after) {
            return feed.pull(desk, scope, epoch, after);
        }
    }

    /// The hub over a network that loses requests and answers.
    final class Line implements Hub {
        private final UUID desk;
        private final Hub hub;

        Line(UUID desk) {
            this.desk = desk;
            this.hub = new Good(desk);
        }

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
