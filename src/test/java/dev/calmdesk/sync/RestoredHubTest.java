package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.data.Entry;
import dev.calmdesk.data.SeenAt;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A hub whose database is restored from a backup, on real PostgreSQL.
class RestoredHubTest {

    @TempDir
    private Path home;

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final List<TestDesk> desks = new ArrayList<>();
    private final List<DataSource> databases = new ArrayList<>();
    private DataSource database;
    private TestHub hub;
    private TestDesk lin;
    private TestDesk chen;
    private TestDesk wu;

    @BeforeEach
    void enrol() {
        database = Postgres.emptyDatabase();
        databases.add(database);
        hub = new TestHub(database);
        lin = desk("lin");
        chen = desk("chen");
        wu = desk("wu");
    }

    private TestDesk desk(String name) {
        var desk = new TestDesk(home.resolve(name), clock);
        hub.enrol(desk.replica());
        desks.add(desk);
        return desk;
    }

    @AfterEach
    void close() {
        desks.forEach(TestDesk::close);
        databases.forEach(Postgres::drop);
    }

    private void settle() {
        for (var round = 0; round < 3; round++) {
            desks.forEach(desk -> hub.sync(desk.replica()));
        }
    }

    private DataSource backup() {
        var copy = Postgres.copyOf(database);
        databases.add(copy);
        return copy;
    }

    private void restore(DataSource backup) {
        database = backup;
        hub = new TestHub(database);
    }

    private void restoreAndSay(DataSource backup) {
        restore(backup);
        hub.restored();
    }

    private void assertEqual() {
        for (var desk : desks) {
            for (var table : List.of("note", "promise")) {
                assertThat(desk.rows(table)).isEqualTo(lin.rows(table));
            }
            assertThat(desk.conflicts()).isEqualTo(lin.conflicts());
            assertThat(desk.journal()).isEqualTo(lin.journal());
            assertThat(desk.journal()).extracting(Entry::position).doesNotContain(Optional.empty());
            assertThat(desk.findings()).isEmpty();
        }
    }

    @Test
    void whatTheHubLostComesBackUnderItsOldNumbers() {
        lin.note("in the backup");
        settle();
        var backup = backup();
        lin.note("after it, by lin");
        chen.note("after it, by chen");
        settle();
        var before = wu.journal();
        lin.note("never sent");

        restoreAndSay(backup);
        settle();

        assertThat(wu.notes()).containsExactlyInAnyOrder(
                "in the backup", "after it, by lin", "after it, by chen", "never sent");
        assertThat(wu.journal()).startsWith(before.toArray(Entry[]::new));
        assertEqual();
        lin.note("work goes on");
        settle();
        assertThat(chen.notes()).contains("work goes on");
        assertEqual();
    }

    /// The desk that wrote it never came back; another one had read it.
    @Test
    void whatOnlyOthersStillHaveComesBackToo() {
        var backup = backup();
        lin.note("by a desk that burnt down");
        hub.sync(lin.replica());
        hub.sync(chen.replica());
        desks.remove(lin);
        lin.close();
        lin = chen;

        restoreAndSay(backup);
        settle();
        assertThat(wu.notes()).containsExactly("by a desk that burnt down");
        assertEqual();
    }

    @Test
    void nothingIsOfferedBeforeSomebodySaysThatTheHubWasRestored() {
        var backup = backup();
        lin.note("after it");
        settle();
        restore(backup);

        assertThatThrownBy(() -> hub.sync(lin.replica()))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(Refusal.Code.OTHER_EPOCH));
        assertThat(lin.notes()).containsExactly("after it");
        var token = lin.replica().link().orElseThrow().token();
        assertThatThrownBy(() -> hub.as(token).offer(
                        new Offer(hub.as(token).identity().epoch(), TestHub.TEAM, 0, List.of(), 100L)))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(Refusal.Code.NOT_RESTORED));
        hub.restored();
        settle();
        assertEqual();
    }

    /// Somebody who was away wrote to the restored hub before anybody noticed, and others had read further.
    @Test
    void desksNoticeThatTheHubWentOnInAnotherWay() {
        lin.note("in the backup");
        settle();
        var backup = backup();
        chen.note("lost by the hub");
        hub.sync(chen.replica());
        hub.sync(lin.replica());
        restore(backup);
        wu.note("first after the restore");
        wu.note("second after the restore");
        hub.sync(wu.replica());

        assertThatThrownBy(() -> hub.sync(lin.replica()))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(Refusal.Code.OTHER_EPOCH));
        assertThat(lin.notes()).doesNotContain("first after the restore");

        hub.restored();
        settle();
        assertThat(lin.notes()).containsExactly(
                "first after the restore", "in the backup", "lost by the hub", "second after the restore");
        assertEqual();
    }

    /// Both wrote one field, each over the same; one of them in the part that the hub lost.
    @Test
    void whatDisagreesWaitsForAPerson() {
        var promise = lin.promise("call back");
        settle();
        var backup = backup();
        chen.set(promise, "text", "before 15:00");
        hub.sync(chen.replica());
        restore(backup);
        wu.set(promise, "text", "before 16:00");
        hub.sync(wu.replica());
        hub.restored();
        settle();

        assertEqual();
        assertThat(lin.conflicts()).hasSize(1);
    }

    /// An author who had read what the hub lost wrote over it on purpose.
    @Test
    void whatWasSeenBeforeStillCountsAsSeenUnderTheSameNumbers() {
        var promise = lin.promise("call back");
        settle();
        var backup = backup();
        chen.set(promise, "text", "before 15:00");
        settle();
        lin.set(promise, "text", "before 15:30");
        restoreAndSay(backup);
        settle();

        assertEqual();
        assertThat(lin.conflicts()).isEmpty();
        assertThat(wu.rows("promise").getFirst()).containsEntry("text", "before 15:30");
    }

    /// A form had stood open since before the restore; what stands under the numbers that it had seen is something else now.
    @Test
    void aFormFromBeforeHasNotSeenWhatStandsUnderItsNumbersNow() {
        var promise = lin.promise("call back");
        settle();
        var backup = backup();
        lin.set(promise, "due_at", 2L);
        lin.set(promise, "due_at", 3L);
        hub.sync(lin.replica());
        var open = lin.database().read(handle -> SeenAt.now(handle, Promise.KIND, promise));
        restore(backup);
        wu.set(promise, "text", "before 16:00");
        hub.sync(wu.replica());
        hub.restored();
        settle();

        lin.database().writeDo(tx -> tx.write(Promise.KIND, promise)
                .set("text", "before 17:00")
                .over(Optional.of(SeenAt.parse(open.text())))
                .as("changed", TestDesk.SOMEBODY));
        settle();
        assertEqual();
        assertThat(lin.conflicts()).hasSize(1);
        assertThat(lin.rows("promise").getFirst()).containsEntry("text", "before 16:00");
    }

    @Test
    void aDeskThatWasEnrolledAfterTheBackupComesBackWithACode() {
        var backup = backup();
        var late = desk("late");
        late.note("sent after the backup");
        settle();
        late.note("not sent");
        restoreAndSay(backup);

        assertThatThrownBy(() -> hub.sync(late.replica()))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(Refusal.Code.UNKNOWN_DESK));
        hub.sync(lin.replica());
        hub.enrol(late.replica());
        settle();
        assertThat(lin.notes()).containsExactly("not sent", "sent after the backup");
        assertEqual();
    }

    @Test
    void aHubMayBeRestoredAgain() {
        var backup = backup();
        lin.note("one");
        settle();
        restoreAndSay(backup);
        lin.note("two");
        hub.sync(lin.replica());
        var second = backup();
        settle();
        chen.note("three");
        settle();
        restoreAndSay(second);
        settle();
        assertThat(wu.notes()).containsExactly("one", "three", "two");
        assertEqual();
    }

    @Test
    void lostAnswersChangeNothing() {
        var backup = backup();
        for (var i = 0; i < 20; i++) {
            lin.note("note " + i);
        }
        settle();
        restoreAndSay(backup);
        for (var answers = 1; answers < 16; answers++) {
            var left = new AtomicInteger(answers);
            hub.lose(() -> left.decrementAndGet() < 0);
            for (var desk : desks) {
                try {
                    hub.sync(desk.replica());
                } catch (Hub.Unreachable e) {
                    // the next try gets further
                }
            }
        }
        hub.lose(() -> false);
        settle();
        assertThat(wu.notes()).hasSize(20);
        assertEqual();
    }

    /// Backups and restores of the hub at random moments, noticed at once or late, over a network that loses requests and
    /// answers.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingIsLostWheneverTheHubIsRestored(long seed) {
        var random = new SplittableRandom(seed);
        var written = new HashSet<String>();
        var promises = new ArrayList<UUID>();
        promises.add(lin.promise("call back"));
        settle();
        var backup = backup();
        for (var step = 0; step < 120; step++) {
            var desk = desks.get(random.nextInt(desks.size()));
            switch (random.nextInt(20)) {
                case 0 -> backup = backup();
                case 1 -> {
                    restore(backup);
                    backup = backup();
                    if (random.nextBoolean()) {
                        hub.restored();
                    }
                }
                case 2, 3, 4, 5, 6 -> {
                    var text = "note " + step;
                    desk.note(text);
                    written.add(text);
                }
                case 7, 8, 9 -> desk.set(promises.getFirst(), "text", "text " + step);
                default -> {
                    hub.lose(() -> random.nextInt(12) == 0);
                    try {
                        hub.sync(desk.replica());
                    } catch (Hub.Unreachable | Refusal e) {
                        // some other time
                    }
                    hub.lose(() -> false);
                }
            }
        }
        hub.restored();
        settle();
        settle();

        assertThat(new HashSet<>(wu.notes())).isEqualTo(written);
        assertThat(wu.notes()).doesNotHaveDuplicates();
        assertEqual();
    }
}
