package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Note;
import dev.calmdesk.customer.Customer;
import dev.calmdesk.customer.Stage;
import dev.calmdesk.customer.Tier;
import dev.calmdesk.customer.Title;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.data.Tx;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.hub.Enrolment;
import dev.calmdesk.hub.Feed;
import dev.calmdesk.hub.HubDatabase;
import dev.calmdesk.hub.Judge;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.wire.Ahead;
import dev.calmdesk.sync.wire.Identity;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A desk that joins late has the open cases and the newest work before the rest of the past.
class HeadStartTest {

    private static final UUID SOMEBODY = new UUID(8, 8);
    private static final int CLOSED_LONG_AGO = 60;
    private static final int NOTES_EACH = 100;
    private static final List<String> TABLES = List.of("case_file", "note", "customer", "journal", "conflict");

    private final ManualClock clock = new ManualClock("2026-03-01T02:00:00Z");
    private final DataSource source = Postgres.emptyDatabase();
    private Feed feed;
    private Enrolment enrolment;
    private final Database old = Database.inMemory(clock, Ids.timeOrdered(clock));
    private final Database fresh = Database.inMemory(clock, Ids.timeOrdered(clock));
    private final Replica oldReplica = new Replica(old, Kinds.ALL, Set.of());
    private final Replica freshReplica = new Replica(fresh, Kinds.ALL, Set.of());
    private final List<String> asked = new ArrayList<>();
    private int answersLeft = Integer.MAX_VALUE;

    @BeforeEach
    void open() {
        openHub(source);
    }

    private void openHub(DataSource on) {
        var database = HubDatabase.open(on);
        feed = new Feed(database, Judge.LENIENT, clock);
        enrolment = new Enrolment(database, clock);
    }

    @AfterEach
    void close() {
        old.close();
        fresh.close();
    }

    private void enrol(Database desk, Replica replica) {
        var let = enrolment.redeem(enrolment.offer("team-T1"), desk.desk().id()).orElseThrow();
        replica.enrol(
                new Link(let.hub(), let.epoch(), "", let.token(), let.teamScope(), clock.instant(), 0), let.code());
    }

    private Hub hubOf(Database desk) {
        var id = desk.desk().id();
        return new Hub() {
            private <T> T answer(String what, T answer) {
                if (answersLeft-- <= 0) {
                    throw new Unreachable("cut off", new IOException("cut off"));
                }
                asked.add(what);
                return answer;
            }

            @Override
            public List<Receipt> push(Push push) {
                return answer("push", feed.push(id, push));
            }

            @Override
            public Page pull(String scope, UUID epoch, long after) {
                return answer("pull", feed.pull(id, scope, epoch, after));
            }

            @Override
            public Identity identity() {
                return answer("hub", feed.identity());
            }

            @Override
            public List<Receipt> offer(Offer offer) {
                return answer("offer", feed.take(id, offer));
            }

            @Override
            public Ahead ahead(String scope, UUID epoch, long until, String next) {
                return answer("ahead", feed.ahead(id, scope, epoch, until, next));
            }
        };
    }

    private void round(Replica replica, Database desk) {
        new SyncRound(replica, hubOf(desk), Runnable::run, 5_000).run();
    }

    private UUID openCase(String number, UUID customer) {
        var id = UUID.randomUUID();
        old.writeDo(tx -> tx.write(Case.KIND, id)
                .set("number", number)
                .set("kind", CaseKind.COMPLAINT)
                .set("state", CaseState.OPEN)
                .set("step", "soothe")
                .set("customer_id", customer)
                .set("channel", Channel.PHONE)
                .set("owner", SOMEBODY)
                .set("opened_by", SOMEBODY)
                .set("team", "T1")
                .set("title", "瓶盖漏气")
                .set("opened_at", clock.instant())
                .set("reopened", 0)
                .as("opened", SOMEBODY));
        return id;
    }

    private UUID customer(String name) {
        var id = UUID.randomUUID();
        old.writeDo(tx -> tx.write(Customer.KIND, id)
                .set("name", name)
                .set("title", Title.values()[0])
                .set("pinyin", "")
                .set("initials", "")
                .set("tier", Tier.STANDARD)
                .set("stage", Stage.values()[0])
                .set("team", "T1")
                .set("created_at", clock.instant())
                .as("added", SOMEBODY));
        return id;
    }

    private void note(Tx tx, UUID of, String text) {
        tx.write(Note.KIND, UUID.randomUUID())
                .set("case_id", of)
                .set("author", SOMEBODY)
                .set("text", text)
                .set("at", clock.instant())
                .as("added", SOMEBODY);
    }

    /// Years of closed cases, one that stayed open all the time, one of yesterday.
    private void work() {
        openCase("C-OLD-OPEN", customer("林先生"));
        for (var i = 0; i < CLOSED_LONG_AGO; i++) {
            var closed = openCase("C-OLD-" + i, null);
            old.writeDo(tx -> {
                for (var n = 0; n < NOTES_EACH; n++) {
                    note(tx, closed, "第 " + n + " 条");
                }
                tx.write(Case.KIND, closed).set("state", CaseState.CLOSED).as("closed", SOMEBODY);
            });
        }
        clock.advance(Duration.ofDays(200));
        var closedLately = openCase("C-YESTERDAY", null);
        old.writeDo(tx -> tx.write(Case.KIND, closedLately).set("state", CaseState.CLOSED).as("closed", SOMEBODY));
        clock.advance(Duration.ofDays(1));
        enrol(old, oldReplica);
        round(oldReplica, old);
        asked.clear();
    }

    private static List<String> numbers(Database desk) {
        return desk.read(handle -> handle.createQuery("select number from case_file order by number")
                .mapTo(String.class)
                .list());
    }

    private List<List<Map<String, Object>>> content(Database desk) {
        return desk.read(handle -> TABLES.stream()
                .map(table -> handle.createQuery("select * from %s order by %s".formatted(
                                table, table.equals("conflict") ? "entry" : "id"))
                        .mapToMap()
                        .list())
                .toList());
    }

    private void assertBothAreEqual() {
        round(oldReplica, old);
        assertThat(content(fresh)).isEqualTo(content(old));
        assertThat(fresh.<Soundness>read(handle -> Soundness.of(handle, Kinds.ALL)).findings()).isEmpty();
    }

    @Test
    void whatIsNeededIsHereBeforeTheRestOfThePast() {
        work();
        enrol(fresh, freshReplica);
        answersLeft = 6; // company scope, head of the team's, two parts ahead, what came meanwhile, one page of the past
        try {
            round(freshReplica, fresh);
        } catch (Hub.Unreachable e) {
            // cut off in the middle of the past
        }
        assertThat(numbers(fresh)).contains("C-OLD-OPEN", "C-YESTERDAY").hasSizeLessThan(CLOSED_LONG_AGO);
        assertThat(fresh.<List<String>>read(handle ->
                handle.createQuery("select name from customer").mapTo(String.class).list())).containsExactly("林先生");

        answersLeft = Integer.MAX_VALUE;
        openCase("C-NOW", null);
        round(oldReplica, old);
        asked.clear();
        round(freshReplica, fresh);
        assertThat(asked).doesNotContain("ahead");
        assertBothAreEqual();
    }

    /// Its first entries stand under the case it was moved from.
    @Test
    void aRecordThatWasMovedComesWhole() {
        work();
        var moved = old.<UUID>read(handle ->
                handle.createQuery("select id from note limit 1").mapTo(UUID.class).one());
        var open = openCase("C-NOW", null);
        old.writeDo(tx -> tx.write(Note.KIND, moved).set("case_id", open).as("moved", SOMEBODY));
        round(oldReplica, old);
        enrol(fresh, freshReplica);
        answersLeft = 5; // company scope, head of the team's, two parts ahead, what came meanwhile
        assertThatThrownBy(() -> round(freshReplica, fresh)).isInstanceOf(Hub.Unreachable.class);

        assertThat(fresh.<List<UUID>>read(handle -> handle.createQuery("select case_id from note where id = ?")
                        .bind(0, moved)
                        .mapTo(UUID.class)
                        .list()))
                .containsExactly(open);
    }

    /// Otherwise a person would be asked about words that he had read.
    @Test
    void whatCameAheadWasSeenByWhoeverWritesOnIt() {
        work();
        enrol(fresh, freshReplica);
        answersLeft = 3; // company scope, head of the team's, one part ahead
        assertThatThrownBy(() -> round(freshReplica, fresh)).isInstanceOf(Hub.Unreachable.class);
        var open = fresh.<UUID>read(handle -> handle.createQuery("select id from case_file where number = 'C-OLD-OPEN'")
                .mapTo(UUID.class)
                .one());
        fresh.writeDo(tx -> tx.write(Case.KIND, open).set("title", "瓶盖漏气，已换").as("changed", SOMEBODY));

        answersLeft = Integer.MAX_VALUE;
        round(freshReplica, fresh);
        round(oldReplica, old);
        assertBothAreEqual();
        assertThat(old.<String>read(handle ->
                handle.createQuery("select title from case_file where id = ?").bind(0, open).mapTo(String.class).one()))
                .isEqualTo("瓶盖漏气，已换");
        assertThat(old.<Integer>read(handle -> handle.createQuery("select count(*) from conflict").mapTo(Integer.class).one()))
                .isZero();
    }

    @Test
    void aDeskThatIsCutOffAnywhereGoesOnAndEndsWhole() {
        work();
        enrol(fresh, freshReplica);
        var rounds = 0;
        for (var isOver = false; !isOver; rounds++) {
            answersLeft = 3;
            try {
                round(freshReplica, fresh);
                isOver = true;
            } catch (Hub.Unreachable e) {
                isOver = false;
            }
        }
        assertThat(rounds).isGreaterThan(3);
        answersLeft = Integer.MAX_VALUE;
        assertBothAreEqual();
    }

    /// The hub is restored from a backup while a desk fills in the past.
    @Test
    void aDeskThatFillsInThePastGoesOnWithARestoredHub() {
        enrol(fresh, freshReplica);
        work();
        var backup = Postgres.copyOf(source);
        openCase("C-LOST", null);
        round(oldReplica, old);
        answersLeft = 6;
        try {
            round(freshReplica, fresh);
        } catch (Hub.Unreachable e) {
            // cut off in the middle of the past
        }
        answersLeft = Integer.MAX_VALUE;
        assertThat(freshReplica.fillingIn().isPresent()).isTrue();
        openHub(backup);
        assertThatThrownBy(() -> new SyncRound(freshReplica, hubOf(fresh), Runnable::run, 5_000).fill())
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(Refusal.Code.OTHER_EPOCH));

        feed.restored(UUID.randomUUID());
        for (var round = 0; round < 3; round++) {
            round(freshReplica, fresh);
            round(oldReplica, old);
        }
        assertThat(numbers(fresh)).contains("C-LOST");
        assertBothAreEqual();
    }

    /// What this desk writes on a case that it got ahead has seen all of it.
    @Test
    void workOnWhatCameAheadIsNoConflict() {
        work();
        enrol(fresh, freshReplica);
        answersLeft = 5;
        try {
            round(freshReplica, fresh);
        } catch (Hub.Unreachable e) {
            // cut off in the middle of the past
        }
        answersLeft = Integer.MAX_VALUE;
        var open = fresh.read(handle -> handle.createQuery("select id from case_file where number = 'C-OLD-OPEN'")
                .mapTo(UUID.class)
                .one());
        fresh.writeDo(tx -> tx.write(Case.KIND, open).set("owner", new UUID(9, 9)).as("took", SOMEBODY));
        round(freshReplica, fresh);
        assertBothAreEqual();
        assertThat(content(old).getLast()).isEmpty();
    }
}
