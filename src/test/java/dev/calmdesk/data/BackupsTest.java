package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Problem;
import dev.calmdesk.support.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

    private final ManualClock clock = new ManualClock("2025-11-22T02:00:00Z");

    @TempDir
    private Path folder;

    private StoreFiles files;

    @BeforeEach
    void placeStore() {
        files = new StoreFiles(folder);
    }

    private void makeStoreWithBackup() {
        try (var database = Notes.open(folder, clock)) {
            Notes.add(database, "in the backup");
            database.backup();
            Notes.add(database, "after it");
        }
    }

    @Test
    void aBackupTakesThePlaceOfADamagedStoreAndNothingIsDeleted() throws IOException {
        makeStoreWithBackup();
        var damaged = new byte[50_000];
        Files.write(files.databaseFile(), damaged);
        var sentinel = Files.readAllBytes(files.sentinel());
        assertThat(Notes.problemOfOpening(folder, clock)).isEqualTo("store.problem.damaged");

        var aside = Backups.restore(files, Backups.newest(files).orElseThrow(), clock.instant());

        try (var database = Notes.open(folder, clock)) {
            assertThat(Notes.texts(database)).containsExactly("in the backup");
            assertThat(database.desk().code()).as("numbers given after the backup are not given again").isEqualTo("A01a");
            Notes.add(database, "work goes on");
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L);
        }
        assertThat(Files.readAllBytes(aside.resolve(files.databaseFile().getFileName()))).isEqualTo(damaged);
        assertThat(Files.readAllBytes(aside.resolve(files.sentinel().getFileName()))).isEqualTo(sentinel);
        assertThat(Backups.list(files)).hasSize(1);
    }

    @Test
    void restoringTwiceInOneMomentKeepsBothThatWereThere() {
        makeStoreWithBackup();
        var backup = Backups.newest(files).orElseThrow();

        assertThat(Backups.restore(files, backup, clock.instant()))
                .isNotEqualTo(Backups.restore(files, backup, clock.instant()));
    }

    @Test
    void anUnusableBackupMovesNothing() throws IOException {
        makeStoreWithBackup();
        var before = Files.readAllBytes(files.databaseFile());
        var whole = Files.readAllBytes(Backups.newest(files).orElseThrow());
        var cutShort = Files.write(folder.resolve("short.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        var nothing = Files.write(folder.resolve("nothing.zip"), new byte[10]);

        for (var backup : new Path[] {cutShort, nothing, folder.resolve("absent.zip")}) {
            assertThatThrownBy(() -> Backups.restore(files, backup, clock.instant()))
                    .isInstanceOfSatisfying(
                            Problem.Unavailable.class,
                            e -> assertThat(e.textKey()).isEqualTo("store.problem.backup_unusable"));
        }
        assertThat(Files.readAllBytes(files.databaseFile())).isEqualTo(before);
        assertThat(files.nextDatabaseFile()).doesNotExist();
        assertThat(Notes.problemOfOpening(folder, clock)).isEmpty();
    }

    @Test
    void anOpenStoreIsNotReplaced() {
        makeStoreWithBackup();
        try (var database = Notes.open(folder, clock)) {
            assertThatThrownBy(() -> Backups.restore(files, Backups.newest(files).orElseThrow(), clock.instant()))
                    .isInstanceOfSatisfying(
                            Problem.Unavailable.class, e -> assertThat(e.textKey()).isEqualTo("store.problem.in_use"));
            assertThat(Notes.texts(database)).hasSize(2);
        }
    }

    @Test
    void theNewestSevenAreKeptWhateverTheClockSays() {
        try (var database = Notes.open(folder, clock)) {
            for (var i = 0; i < 9; i++) {
                clock.advance(Duration.ofDays(i == 5 ? -400 : 1));
                database.backup();
            }
        }

        var kept = Backups.list(files);
        assertThat(kept).hasSize(7);
        assertThat(kept.getFirst()).isEqualTo(Backups.newest(files).orElseThrow());
        assertThat(Backups.madeAt(kept.getFirst())).isEqualTo(clock.instant());
        assertThat(kept.getFirst().getFileName().toString()).startsWith("calmdesk-000009-");
    }

    @Test
    void writersGoOnWhileABackupIsMade() throws Exception {
        var during = new AtomicInteger();
        var running = new AtomicBoolean();
        var ended = new AtomicBoolean();
        try (var database = Notes.open(folder, clock)) {
            var noise = new SplittableRandom(7);
            for (var i = 0; i < 120; i++) {
                Notes.add(database, noise.ints(20_000, 0x4e00, 0x9fff)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
            }
            var writer = Thread.ofPlatform().start(() -> {
                while (!ended.get()) {
                    Notes.add(database, "said meanwhile");
                    if (running.get()) {
                        during.incrementAndGet();
                    }
                }
            });
            running.set(true);
            database.backup();
            running.set(false);
            ended.set(true);
            writer.join();
        }
        assertThat(during.get()).as("writes that ended while the backup was made").isGreaterThan(5);
    }

    /// While others write, the copy is that of one moment, and whole.
    @Test
    void aBackupMadeBesideWritersIsSoundAndHoldsWhatWasAcknowledgedBefore() throws Exception {
        var written = new AtomicInteger();
        var ended = new AtomicBoolean();
        var before = new int[3];
        try (var database = Notes.open(folder, clock)) {
            var writer = Thread.ofPlatform().start(() -> {
                while (!ended.get()) {
                    Notes.add(database, Typed.text("backup", written.get()));
                    written.incrementAndGet();
                }
            });
            for (var i = 0; i < before.length; i++) {
                while (written.get() < i * 30 + 10) {
                    writer.join(5);
                }
                before[i] = written.get();
                database.backup();
            }
            ended.set(true);
            writer.join();
        }

        var backups = Backups.list(files).reversed();
        for (var i = 0; i < before.length; i++) {
            Backups.restore(files, backups.get(i), clock.instant());
            try (var database = Notes.open(folder, clock)) {
                assertThat(Notes.soundness(database).findings()).isEmpty();
                assertThat(Notes.texts(database)).hasSizeGreaterThanOrEqualTo(before[i]);
                int updated = database.write(tx -> tx.handle().execute("update note set text = text"));
                assertThat(updated).isPositive();
            }
        }
    }
}
