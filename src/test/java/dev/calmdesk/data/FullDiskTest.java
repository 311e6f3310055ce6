package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.support.ManualClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private final ManualClock clock = new ManualClock("2025-11-22T02:00:00Z");

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        open(true);
    }

    private void open(boolean withRoom) {
        FullDisk.register();
        if (withRoom) {
            FullDisk.makeRoom();
        }
        database = Notes.open(
                folder, new Engine(Engine.DURABLE.urlOptions(), true, WholeChunks.PREFIX + FullDisk.PREFIX), clock);
    }

    @AfterEach
    void close() {
        FullDisk.makeRoom();
        database.close();
    }

    private void assertThatDiskIsFull(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Problem.Unavailable.class, e -> assertThat(e.textKey()).isEqualTo("store.problem.disk_full"));
    }

    @Test
    void aCallSaysThatTheDiskIsFullAndWorkGoesOnWhenThereIsRoom() {
        Notes.add(database, "saved before");
        FullDisk.fillAfter(0);

        assertThatDiskIsFull(() -> Notes.add(database, "does not fit"));
        assertThatDiskIsFull(() -> Notes.add(database, "does not fit either"));
        assertThat(Notes.texts(database)).containsExactly("saved before");

        FullDisk.makeRoom();
        Notes.add(database, "saved after");
        assertThat(Notes.texts(database)).containsExactly("saved after", "saved before");
        assertThat(Notes.numbers(database)).containsExactly(1L, 2L);
    }

    @Test
    void keystrokesThatDidNotFitAreSavedByTheNextTry() {
        var drafts = new Drafts(database, clock, Ids.timeOrdered(clock));
        var draft = drafts.begin(WorkingDesk.AGENT, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, null);
        drafts.save(draft.id(), Map.of("account.event", "喝了半瓶"));
        FullDisk.fillAfter(0);
        assertThatDiskIsFull(() -> drafts.save(draft.id(), Map.of("account.event", "喝了半瓶才发现")));

        assertThat(drafts.find(draft.id()).orElseThrow().fields()).containsEntry("account.event", "喝了半瓶");
        FullDisk.makeRoom();
        drafts.save(draft.id(), Map.of("account.event", "喝了半瓶才发现"));
        assertThat(drafts.find(draft.id()).orElseThrow().fields()).containsEntry("account.event", "喝了半瓶才发现");
    }

    /// Full at the first write of a call, at the second, in the middle of a chunk, while it is opened again.
    @Test
    void whereverItFillsUpNothingAcknowledgedIsLostAndNothingIsHalf() {
        var acknowledged = new ArrayList<String>();
        for (var round = 0; round < 24; round++) {
            FullDisk.fillAfter(round % 6);
            for (var call = 0; call < 4; call++) {
                addIfThereIsRoom(acknowledged, "%02d-%d".formatted(round, call));
            }
            FullDisk.makeRoom();
            addIfThereIsRoom(acknowledged, "%02d-again".formatted(round));
            assertThat(acknowledged.getLast()).endsWith("again");
        }
        database.close();
        open();

        assertThat(Notes.texts(database)).containsAll(acknowledged);
        assertThat(Notes.soundness(database).findings()).isEqualTo(List.of());
    }

    private void addIfThereIsRoom(List<String> acknowledged, String text) {
        try {
            Notes.add(database, text);
            acknowledged.add(text);
        } catch (Problem e) {
            assertThat(e.textKey()).isEqualTo("store.problem.disk_full");
        }
    }

    @Test
    void aStoreOpensOnAFullDiskSoThatItCanBeRead() {
        Notes.add(database, "one");
        database.close();
        FullDisk.fillAfter(0);
        open(false);

        assertThat(Notes.texts(database)).containsExactly("one");
        assertThatDiskIsFull(() -> Notes.add(database, "two"));
        FullDisk.makeRoom();
        Notes.add(database, "two");
        assertThat(Notes.texts(database)).containsExactly("one", "two");
    }

    @Test
    void closingOnAFullDiskLosesNothing() {
        Notes.add(database, "one");
        FullDisk.fillAfter(0);
        database.close();

        FullDisk.makeRoom();
        open();
        assertThat(Notes.texts(database)).containsExactly("one");
    }
}
