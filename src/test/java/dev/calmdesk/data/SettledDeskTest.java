package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store that goes on under another id.
class SettledDeskTest {

    private static final UUID HEIR = new UUID(5, 5);

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock("2025-11-22T02:00:00Z");

    private void settle(Database database) {
        database.writeDo(tx -> {
            tx.handle().execute("update journal set desk = ?, seq = seq - 1 where seq > 1", HEIR);
            tx.settle(new Database.Desk(HEIR, "A07"));
        });
    }

    @Test
    void numbersBeginAnewAtOnceAndAfterTheNextStart() {
        try (var database = Notes.open(folder, clock)) {
            Notes.add(database, "under the first id");
            settle(database);
            assertThat(database.desk()).isEqualTo(new Database.Desk(HEIR, "A07"));
            Notes.add(database, "under the second");
        }
        try (var database = Notes.open(folder, clock)) {
            Notes.add(database, "and on");
            assertThat(Notes.numbers(database)).containsExactly(1L, 1L, 2L);
            assertThat(Notes.soundness(database).findings()).isEmpty();
        }
    }

    @Test
    void aKillBeforeTheSentinelKnewDoesNotLockTheStore() throws IOException {
        var sentinel = new StoreFiles(folder).sentinel();
        byte[] before;
        try (var database = Notes.open(folder, clock)) {
            Notes.add(database, "one");
            Notes.add(database, "two");
            before = Files.readAllBytes(sentinel);
            settle(database);
        }
        Files.write(sentinel, before);

        try (var database = Notes.open(folder, clock)) {
            assertThat(database.desk().id()).isEqualTo(HEIR);
            assertThat(Notes.texts(database)).containsExactly("one", "two");
        }
    }

    @Test
    void theStoreFromBeforeIsNotTakenForIt() throws IOException {
        var files = new StoreFiles(folder);
        byte[] before;
        Notes.open(folder, clock).close();
        before = Files.readAllBytes(files.databaseFile());
        try (var database = Notes.open(folder, clock)) {
            Notes.add(database, "one");
            settle(database);
        }
        Files.write(files.databaseFile(), before);

        assertThat(Notes.problemOfOpening(folder, clock)).isEqualTo("store.problem.foreign");
    }
}
