package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.DemoMaker;
import dev.calmdesk.app.Kinds;
import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.DirectHub;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Hub;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncRound;
import dev.calmdesk.sync.wire.WireEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the people of the demonstration did in two weeks, the hub allows; and another desk gets all of it.
class DemonstrationOnHubTest {

    private static final String TEAM = "team-T1";

    @TempDir
    private static Path folder;

    private static Workspace played;

    @BeforeAll
    static void play() {
        played = new DemoMaker(() -> Instant.parse("2026-11-22T06:30:00Z")).play(folder);
    }

    @AfterAll
    static void close() {
        played.close();
    }

    private static List<Entry> journal() {
        return played.database().read(handle -> handle
                .createQuery("select * from journal order by seq")
                .map(Journal::entry)
                .list());
    }

    @Test
    void everyKindAndActOfItStandsInTheTable() {
        assertThat(journal()).allMatch(entry -> Rights.knows(entry.kind(), entry.act()), "known to the table");
        assertThat(Kinds.ALL).allMatch(kind -> Rights.knows(kind.name(), "decided"), "known to the table");
    }

    @Test
    void whatItsPeopleDidTheyMayDo() {
        var facts = new Facts(true);
        var desk = new Feed.Desk(played.database().desk().id(), "A01", TEAM, 0, false, 0, false);
        var rights = new Rights(facts, desk);
        for (var entry : journal()) {
            var sent = WireEntry.of(entry, TEAM);
            if (!entry.author().equals(Actor.DESK.id())) {
                assertThat(rights.whyNot(sent)).as("%s %s by %s", entry.kind(), entry.act(), entry.author()).isEmpty();
            }
            facts.take(sent.at(entry.seq()));
        }
        assertThat(facts.isNobodyKnown()).isFalse();
        assertThat(facts.authorities()).hasSize(4);
    }

    @Test
    void theFirstDeskBringsItWholeAndTheNextOneGetsIt() {
        var database = HubDatabase.open(Postgres.emptyDatabase());
        var hub = new TestHub(
                new Feed(database, new EntryRules(Kinds.ALL, Kinds.OF_THE_COMPANY)),
                new Enrolment(database, Clock.systemUTC()));
        try (var other = Database.inMemory(Clock.systemUTC(), Ids.timeOrdered(Clock.systemUTC()))) {
            var brought = hub.sync(played.database());
            assertThat(brought.pushed()).isEqualTo(journal().size());
            assertThat(brought.rejected()).isZero();
            assertThat(hub.sync(other).pulled()).isEqualTo(brought.pushed());

            for (var kind : Kinds.ALL) {
                assertThat(rows(other, kind.table())).as(kind.name()).isEqualTo(rows(played.database(), kind.table()));
            }
        }
    }

    private static List<Map<String, Object>> rows(Database database, String table) {
        return database.read(handle ->
                handle.createQuery("select * from " + table + " order by id").mapToMap().list());
    }

    private record TestHub(Feed feed, Enrolment enrolment) {

        SyncRound.Moved sync(Database database) {
            var id = database.desk().id();
            var replica = new Replica(database, Kinds.ALL, Kinds.OF_THE_COMPANY);
            var asked = replica.request(enrolment.offer(TEAM));
            var let = enrolment.redeem(asked.code(), asked.desk(), asked.lastSeq()).orElseThrow();
            replica.enrol(new Link(let.hub(), let.epoch(), "", "", let.teamScope(), Instant.EPOCH, 0), let.code());
            return new SyncRound(replica, of(id)).run();
        }

        private Hub of(UUID desk) {
            return new DirectHub(feed, desk);
        }
    }
}
