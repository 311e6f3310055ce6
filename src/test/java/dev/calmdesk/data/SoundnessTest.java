package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.cases.Note;
import dev.calmdesk.data.Soundness.Count;
import dev.calmdesk.data.Soundness.Fault;
import dev.calmdesk.data.Soundness.Finding;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.support.ManualClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoundnessTest {

    private static final List<Kind<?>> KINDS = List.of(Case.KIND, Note.KIND);

    private final ManualClock clock = new ManualClock("2025-11-22T02:00:00Z");
    private final Database database = Database.inMemory(clock, Ids.timeOrdered(clock));
    private final Cases cases = new Cases(database, clock, Ids.timeOrdered(clock), ZoneOffset.UTC);

    @AfterEach
    void close() {
        database.close();
    }

    private Soundness soundness() {
        return database.read(handle -> Soundness.of(handle, KINDS));
    }

    private Case openCase() {
        return database.write(tx ->
                cases.open(tx, WorkingDesk.AGENT, CaseKind.COMPLAINT, Channel.PHONE, null, "SOOTHE"));
    }

    private void tamper(String sql, Object... arguments) {
        database.writeDo(tx -> tx.handle().execute(sql, arguments));
    }

    @Test
    void aWorkedInStoreIsSound() {
        var opened = openCase();
        cases.note(WorkingDesk.AGENT, opened.id(), "打过两次电话");
        clock.advance(Duration.ofDays(-30));
        database.writeDo(tx -> tx.write(Case.KIND, opened.id())
                .set("title", "包装胀气")
                .set("severity", null)
                .set("reopened", 3L)
                .as("changed", Notes.AUTHOR));
        cases.makeVoid(WorkingDesk.AGENT, opened.id(), "DUPLICATE");

        var soundness = soundness();

        assertThat(soundness.findings()).isEmpty();
        assertThat(soundness.isSound()).isTrue();
        assertThat(soundness.counts())
                .containsEntry("case", new Count(1, 3))
                .containsEntry("note", new Count(1, 1));
        assertThat(soundness.unchecked()).isEmpty();
    }

    @Test
    void aRowThatWasTamperedWithIsFound() {
        var opened = openCase();
        tamper("update case_file set severity = 'S1' where id = ?", opened.id());

        assertThat(soundness().findings()).containsExactly(new Finding(Fault.DIFFERS, "case.severity", opened.id()));
    }

    @Test
    void aRowThatNoEntryMadeIsFound() {
        var id = UUID.randomUUID();
        tamper("insert into note (id, case_id, author, text, at) values (?, ?, ?, 'x', 0)", id, id, id);

        assertThat(soundness().findings()).containsExactly(new Finding(Fault.NO_ENTRY, "note", id));
    }

    @Test
    void entriesWithoutTheirRowAreFound() {
        var opened = openCase();
        tamper("delete from case_file");

        assertThat(soundness().findings()).containsExactly(new Finding(Fault.NO_ROW, "case", opened.id()));
    }

    @Test
    void aMissingEntryIsFoundAsAGapAndAsADifference() {
        var opened = openCase();
        database.writeDo(tx -> tx.write(Case.KIND, opened.id()).set("title", "漏气").as("changed", Notes.AUTHOR));
        openCase();
        tamper("delete from journal where seq = 2");

        assertThat(soundness().findings())
                .containsExactly(
                        new Finding(Fault.DIFFERS, "case.title", opened.id()),
                        new Finding(Fault.GAP, "journal", database.desk().id()));
    }

    @Test
    void entriesOfOtherDesksMayHaveGapsAndThoseOfUnknownKindsAreOnlyCounted() {
        openCase();
        tamper("""
                insert into journal (id, kind, entity, act, author, desk, seq, at, changes)
                select random_uuid(), 'from_the_future', random_uuid(), act, author, random_uuid(), 40, at, '{}' from journal""");

        assertThat(soundness().isSound()).isTrue();
        assertThat(soundness().unchecked()).containsEntry("from_the_future", 1L);
    }
}
