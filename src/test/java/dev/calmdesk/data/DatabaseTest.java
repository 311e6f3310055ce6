package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Note;
import dev.calmdesk.support.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    private final ManualClock clock = new ManualClock("2025-11-22T02:00:00Z");

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Notes.open(folder, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void reopen() {
        database.close();
        open();
    }

    @Test
    void whatWasWrittenIsThereAfterOpeningAgain() {
        Notes.add(database, "kept");
        var desk = database.desk();
        reopen();

        assertThat(Notes.texts(database)).containsExactly("kept");
        assertThat(database.desk()).isEqualTo(desk);
        Notes.add(database, "kept too");
        assertThat(Notes.numbers(database)).containsExactly(1L, 2L);
    }

    @Test
    void writingForcesEachCommitToTheDisk() {
        List<String> inForce = database.write(tx -> tx.handle()
                .createQuery("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .mapTo(String.class)
                .list());

        assertThat(inForce).isNotEmpty().containsOnly("0");
    }

    @Test
    void aStoreWithH2sDefaultSettingIsNotOpenedAsDurable(@TempDir Path other) {
        var unsafe = new Engine("", true, "");

        assertThatExceptionOfType(Problem.Unavailable.class)
                .isThrownBy(() -> Notes.open(other, unsafe, clock))
                .withStackTraceContaining("WRITE_DELAY in force");
    }

    @Test
    void aWriteWithinAWriteIsRefused() {
        assertThatIllegalWrite(tx -> Notes.add(database, "inner"));
        assertThat(Notes.texts(database)).isEmpty();
    }

    private void assertThatIllegalWrite(java.util.function.Consumer<Tx> work) {
        assertThatThrownBy(() -> database.writeDo(work)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void failedWorkLeavesNothingBehindAndTellsNobody() {
        Notes.add(database, "before");
        var told = new AtomicInteger();
        database.changes().on(Set.of(Note.KIND.name()), told::incrementAndGet);

        assertThatThrownBy(() -> database.writeDo(tx -> {
                    Notes.add(tx, UUID.randomUUID(), "gone");
                    tx.handle().execute("insert into running_number (prefix, last) values ('X', 1)");
                    throw Problem.refused("test.problem.no");
                }))
                .isInstanceOf(Problem.Refused.class);

        assertThat(told).hasValue(0);
        assertThat(Notes.texts(database)).containsExactly("before");
        assertThat(database.<Long>read(handle -> handle.createQuery("select count(*) from running_number")
                        .mapTo(Long.class)
                        .one()))
                .isZero();
        Notes.add(database, "after");
        assertThat(told).hasValue(1);
        assertThat(Notes.numbers(database)).containsExactly(1L, 2L);
    }

    @Test
    void anActWhoseFailureWasSwallowedIsNotCommittedByHalf() {
        assertThatIllegalWrite(tx -> {
            try {
                tx.write(Note.KIND, UUID.randomUUID()).set("text", "no case, no author").as("added", Notes.AUTHOR);
            } catch (RuntimeException e) {
                Notes.add(tx, UUID.randomUUID(), "goes on all the same");
            }
        });
        assertThat(Notes.texts(database)).isEmpty();
    }

    @Test
    void readersSeeWhatIsCommittedAndNothingElse() {
        Notes.add(database, "one");
        var during = new ArrayList<String>();
        database.writeDo(tx -> {
            Notes.add(tx, UUID.randomUUID(), "two");
            during.addAll(Notes.texts(database));
        });

        assertThat(during).containsExactly("one");
        assertThat(Notes.texts(database)).containsExactly("one", "two");
    }

    @Test
    void aReaderCannotWrite() {
        Notes.add(database, "one");

        assertThatThrownBy(() -> database.read(handle -> handle.execute("update note set text = 'two'")))
                .hasStackTraceContaining("Not enough rights");
        assertThatThrownBy(() -> database.read(handle -> handle.execute("create table mine (id int)")))
                .isInstanceOf(RuntimeException.class);
        assertThat(Notes.texts(database)).containsExactly("one");
    }

    @Test
    void readersMayAskAnythingThatOnlyReads() {
        Notes.add(database, "one");

        assertThat(database.<Long>read(handle -> handle.createQuery("""
                        with recursive counting (n) as (select 1 union all select n + 1 from counting where n < 5)
                        select count(*) from counting, (select distinct text from note order by text)""")
                        .mapTo(Long.class)
                        .one()))
                .isEqualTo(5);
        assertThat(database.<Long>read(
                        handle -> handle.createQuery("select count(*) from case_overview").mapTo(Long.class).one()))
                .isZero();
    }

    @Test
    void aTextThatIsTooLongIsRefusedInWords() {
        assertThatThrownBy(() -> Notes.add(database, "x".repeat(20_001)))
                .isInstanceOfSatisfying(
                        Problem.Refused.class, e -> assertThat(e.textKey()).isEqualTo("store.problem.too_long"));
        assertThat(Notes.numbers(database)).isEmpty();
    }

    @Test
    void aLongTextCanBeReplacedByAnotherLongText() {
        var id = Notes.add(database, "字".repeat(20_000));
        database.writeDo(tx -> tx.write(Note.KIND, id).set("text", "\"\n".repeat(10_000)).as("changed", Notes.AUTHOR));

        assertThat(Notes.soundness(database).isSound()).isTrue();
    }

    @Test
    void theClockMayBeSetBackByDays() {
        Notes.add(database, "one");
        var before = clock.instant();
        clock.advance(Duration.ofDays(-9));
        reopen();
        Notes.add(database, "two");
        database.backup();
        clock.advance(Duration.ofDays(-9));
        reopen();
        Notes.add(database, "three");

        assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L);
        List<Entry> history = database.read(handle -> Journal.of(handle, Notes.CASE));
        assertThat(history)
                .extracting(entry -> entry.to("text").orElseThrow())
                .containsExactly("one", "two", "three");
        assertThat(database.newestEntryAt()).hasValue(before);
    }

    @Test
    void aStoreWithoutEntriesHasNoNewestTime() {
        assertThat(database.newestEntryAt()).isEmpty();
    }

    /// Java closes a file under everybody when one of its users is interrupted.
    @Test
    void interruptionsHarmNobody() throws Exception {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var ended = new AtomicBoolean();
        var written = new AtomicInteger();
        var warm = new CountDownLatch(20);
        var threads = new ArrayList<Thread>();
        for (var number = 0; number < 4; number++) {
            var writes = number < 2;
            threads.add(Thread.ofPlatform().start(() -> {
                while (!ended.get()) {
                    try {
                        if (writes) {
                            Notes.add(database, Typed.text("interrupted", written.incrementAndGet()));
                        } else {
                            Notes.texts(database);
                        }
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                    warm.countDown();
                }
            }));
        }
        assertThat(warm.await(30, TimeUnit.SECONDS)).isTrue();
        for (var times = 0; times < 60; times++) {
            threads.get(0).interrupt();
            threads.get(2).interrupt();
            threads.get(1).join(3);
        }
        ended.set(true);
        for (var thread : threads) {
            thread.join();
        }
        reopen();

        assertThat(failures).isEmpty();
        assertThat(Notes.texts(database)).hasSize(written.get());
        assertThat(Notes.soundness(database).isSound()).isTrue();
    }

    @Test
    void closingTwiceIsNoFailure() {
        database.close();
        database.close();

        assertThatThrownBy(() -> Notes.add(database, "too late")).isInstanceOf(IllegalStateException.class);
    }
}
