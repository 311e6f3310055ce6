package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Note;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.WireEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsentWorkTest {

    private static final UUID SOMEBODY = new UUID(8, 8);

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private Workspace workspace;

    private UnsentWork work() {
        workspace = Workspace.open(new StoreFiles(folder.resolve("store")), clock, Ids.timeOrdered(clock));
        return new UnsentWork(workspace, new Texts(Locale.ENGLISH));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void note(String text) {
        workspace.database().writeDo(tx -> tx.write(Note.KIND, UUID.randomUUID())
                .set("case_id", SOMEBODY)
                .set("author", SOMEBODY)
                .set("text", text)
                .set("at", 0L)
                .as("added", SOMEBODY));
    }

    private record Line(WireEntry entry, String rejected) {}

    private static List<Line> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> Json.read(line, Line.class)).toList();
    }

    @Test
    void aStoreThatWasNeverEnrolledGivesOutAllItsWork() throws IOException {
        var work = work();
        note("客户下午在家");
        note("second\nline");

        var written = work.write(folder.resolve("out"));

        assertThat(written.count()).isEqualTo(2);
        assertThat(lines(written.entries()))
                .extracting(line -> line.entry().changes().get("text").get(1))
                .containsExactly("客户下午在家", "second\nline");
        assertThat(Files.readString(written.words()))
                .contains("Work of desk A01 that the hub does not have", "客户下午在家", "second\n  line");
    }

    @Test
    void whatTheHubHasIsLeftOutAndWhatItRejectedIsToldWithItsReason() throws IOException {
        var work = work();
        var replica = workspace.replica();
        replica.enrol(
                new Link(UUID.randomUUID(), UUID.randomUUID(), "", "t", "team-T1", Instant.EPOCH, 0), "A07");
        note("taken");
        note("rejected");
        var push = replica.outbox(replica.link().orElseThrow());
        replica.receipts(push, List.of(
                new Receipt(push.entries().get(0).id(), 1L, null),
                new Receipt(push.entries().get(1).id(), null, "not-allowed")));
        note("waits");

        var written = work.write(folder.resolve("out"));

        assertThat(lines(written.entries())).extracting(Line::rejected).containsExactly("not-allowed", null);
        assertThat(lines(written.entries())).extracting(line -> line.entry().scope()).containsOnly("team-T1");
        assertThat(Files.readString(written.words()))
                .contains("Not taken by the hub: not-allowed", "waits")
                .doesNotContain("taken\n");
    }

    @Test
    void nothingIsOverwritten() {
        var work = work();
        work.write(folder.resolve("out"));

        assertThatThrownBy(() -> work.write(folder.resolve("out")))
                .isInstanceOfSatisfying(
                        Problem.Refused.class, e -> assertThat(e.textKey()).isEqualTo("sync.problem.export_exists"));
        assertThatThrownBy(() -> work.write(folder.resolve("no/such/out")))
                .isInstanceOfSatisfying(
                        Problem.Refused.class, e -> assertThat(e.textKey()).isEqualTo("sync.problem.not_exported"));
    }
}
