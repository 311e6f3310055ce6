package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.data.Entry;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.wire.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoredDeskTest {

    @TempDir
    private Path home;

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private TestHub hub;
    private TestDesk lin;
    private TestDesk chen;

    @BeforeEach
    void enrol() {
        hub = new TestHub(Postgres.emptyDatabase());
        lin = new TestDesk(home.resolve("lin"), clock);
        chen = new TestDesk(home.resolve("chen"), clock);
        hub.enrol(lin.replica());
        hub.enrol(chen.replica());
    }

    @AfterEach
    void close() {
        Stream.of(lin, chen).filter(java.util.Objects::nonNull).forEach(TestDesk::close);
    }

    private void settle() {
        for (var round = 0; round < 3; round++) {
            hub.sync(lin.replica());
            hub.sync(chen.replica());
        }
    }

    private void assertEqual() {
        for (var table : List.of("note", "promise")) {
            assertThat(lin.rows(table)).isEqualTo(chen.rows(table));
        }
        assertThat(lin.conflicts()).isEqualTo(chen.conflicts());
        assertThat(lin.journal()).isEqualTo(chen.journal());
        assertThat(lin.findings()).isEmpty();
        assertThat(chen.findings()).isEmpty();
    }

    @Test
    void whatWasWrittenBeforeAndAfterTheRestoreIsThereOnBothDesks() {
        lin.note("in the backup, sent");
        hub.sync(lin.replica());
        lin.note("in the backup, sent after it");
        var backup = lin.backup();
        lin.note("after the backup, sent");
        hub.sync(lin.replica());
        var before = lin.database().desk();

        lin.restore(backup);
        lin.note("after the restore");
        settle();

        assertThat(lin.notes()).containsExactlyInAnyOrder(
                "in the backup, sent", "in the backup, sent after it", "after the backup, sent", "after the restore");
        assertEqual();
        assertThat(lin.database().desk().id()).isNotEqualTo(before.id());
        assertThat(lin.database().desk().code()).as("case numbers never collide").isNotEqualTo(before.code());
        assertThat(lin.journal()).extracting(Entry::desk).contains(before.id(), lin.database().desk().id());

        lin.reopen();
        lin.note("work goes on");
        settle();
        assertThat(chen.notes()).contains("work goes on");
        assertEqual();
    }

    @Test
    void aLateAnswerToTheDeskThatItWasSaysNothingOfTheDeskThatItIs() {
        var backup = lin.backup();
        lin.note("after the backup");
        var before = lin.replica().link().orElseThrow();
        var push = lin.replica().outbox(before);
        var late = hub.as(before.token()).push(push);
        lin.restore(backup);
        hub.sync(lin.replica());
        assertThat(lin.database().desk().id()).as("another desk by now").isNotEqualTo(push.entries().getFirst().desk());
        lin.note("after the restore");

        lin.replica().receipts(push, late);
        assertThat(lin.replica().waiting()).isEqualTo(1);
        settle();

        assertThat(chen.notes()).containsExactlyInAnyOrder("after the backup", "after the restore");
        assertEqual();
    }

    @Test
    void aRestoreThatLostNothingChangesNothing() {
        lin.note("sent");
        hub.sync(lin.replica());
        var desk = lin.database().desk().id();
        lin.restore(lin.backup());
        lin.note("after the restore");
        settle();

        assertThat(lin.database().desk().id()).isEqualTo(desk);
        assertThat(chen.notes()).containsExactly("after the restore", "sent");
        assertEqual();
    }

    @Test
    void aDeskThatOnlyReadsAfterItsRestoreAlsoGoesOnAnew() {
        var backup = lin.backup();
        lin.note("lost here");
        hub.sync(lin.replica());
        lin.restore(backup);
        hub.sync(lin.replica());

        assertThat(lin.notes()).containsExactly("lost here");
        lin.note("new");
        settle();
        assertThat(chen.notes()).containsExactly("lost here", "new");
        assertEqual();
    }

    @Test
    void whatDisagreesWithWhatWasLostWaitsForAPerson() {
        var promise = lin.promise("call back");
        settle();
        var backup = lin.backup();
        lin.set(promise, "text", "call back before 15:00");
        settle();
        lin.restore(backup);
        lin.set(promise, "text", "call back before 16:00");
        settle();

        assertEqual();
        assertThat(lin.conflicts()).hasSize(1);
        assertThat(lin.rows("promise").getFirst()).containsEntry("text", "call back before 15:00");
    }

    @Test
    void aStoreThatWasCopiedBecomesTwoDesks() {
        lin.note("before");
        hub.sync(lin.replica());
        var backup = lin.backup();
        var twin = new TestDesk(home.resolve("twin"), clock);
        twin.restore(backup);
        lin.note("by lin");
        twin.note("by the twin");
        try {
            settle();
            hub.sync(twin.replica());
            settle();
            assertThat(lin.notes()).containsExactly("before", "by lin", "by the twin");
            assertEqual();
            assertThat(twin.database().desk().id()).isNotEqualTo(lin.database().desk().id());
            lin.note("and on");
            twin.note("and on, too");
            settle();
            hub.sync(twin.replica());
            settle();
            assertThat(lin.notes()).hasSize(5);
        } finally {
            twin.close();
        }
    }

    @Test
    void lostAnswersMakeNoFurtherDesk() {
        var backup = lin.backup();
        lin.note("lost here");
        hub.sync(lin.replica());
        lin.restore(backup);
        lin.note("new");
        for (var answers = 1; answers < 14; answers++) {
            var left = new AtomicInteger(answers);
            hub.lose(() -> left.decrementAndGet() < 0);
            try {
                hub.sync(lin.replica());
            } catch (Hub.Unreachable e) {
                // the next try gets further
            }
        }
        hub.lose(() -> false);
        settle();

        assertThat(chen.notes()).containsExactly("lost here", "new");
        assertThat(lin.database().desk().code()).isEqualTo("A03");
        assertEqual();
    }

    @Test
    void aRevokedDeskIsRevokedUnderItsNewIdToo() {
        var first = lin.database().desk().id();
        var backup = lin.backup();
        lin.note("lost here");
        hub.sync(lin.replica());
        lin.restore(backup);
        hub.sync(lin.replica());
        hub.enrolment().revoke(first);

        assertThatThrownBy(() -> hub.sync(lin.replica()))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(Refusal.Code.REVOKED));
    }

    @Test
    void nobodyGoesOnAsAnotherDesk() {
        var token = lin.replica().link().orElseThrow().token();
        assertThatThrownBy(() -> hub.as(token).goOn(chen.database().desk().id()))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(Refusal.Code.MALFORMED));
        hub.sync(chen.replica());
    }

    /// Backups at random moments, restored at random moments, over a network that loses requests and answers.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingTheHubHasIsLostWhateverIsRestoredWhen(long seed) {
        var random = new SplittableRandom(seed);
        var isBad = new boolean[] {true};
        hub.lose(() -> isBad[0] && random.nextInt(5) == 0);
        var backups = new ArrayList<List<Path>>(List.of(new ArrayList<>(), new ArrayList<>()));
        Set<String> onHub = new HashSet<>();
        for (var step = 0; step < 70; step++) {
            var who = random.nextInt(2);
            var desk = who == 0 ? lin : chen;
            switch (random.nextInt(12)) {
                case 0 -> backups.get(who).add(desk.backup());
                case 1 -> {
                    var kept = backups.get(who).stream().filter(java.nio.file.Files::exists).toList();
                    if (!kept.isEmpty()) {
                        desk.restore(kept.get(random.nextInt(kept.size())));
                    }
                }
                case 2, 3, 4 -> {
                    try {
                        hub.sync(desk.replica());
                        onHub.addAll(desk.notes());
                    } catch (Hub.Unreachable e) {
                        // goes on next time
                    }
                }
                case 5 -> desk.promise("promise " + step);
                case 6, 7 -> {
                    var known = desk.rows("promise");
                    if (!known.isEmpty()) {
                        var promise = (UUID) known.get(random.nextInt(known.size())).get("id");
                        desk.set(promise, "text", "text " + random.nextInt(4));
                    }
                }
                default -> desk.note("note " + step);
            }
        }
        isBad[0] = false;
        settle();

        assertThat(lin.notes()).containsAll(onHub);
        assertThat(lin.replica().quarantine()).isEmpty();
        assertThat(chen.replica().quarantine()).isEmpty();
        assertThat(lin.journal()).extracting(Entry::id).doesNotHaveDuplicates();
        assertEqual();
    }
}
