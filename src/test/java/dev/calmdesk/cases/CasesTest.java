package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.cases.CaseList.View;
import dev.calmdesk.clock.ClockState.Phase;
import dev.calmdesk.clock.Clock;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.support.OfficeTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class CasesTest extends OfficeTest {

    private Case open(CaseKind kind) {
        return office.database.write(tx -> office.cases.open(tx, office.lin, kind, Channel.PHONE, null, "soothe"));
    }

    private String desk() {
        return office.database.desk().code();
    }

    @Test
    void numbersTellKindDayAndDeskAndCountFromOne() {
        assertThat(open(CaseKind.COMPLAINT).number()).isEqualTo("C-261122-" + desk() + "-001");
        assertThat(open(CaseKind.INQUIRY).number()).isEqualTo("Q-261122-" + desk() + "-001");
        assertThat(open(CaseKind.COMPLAINT).number()).isEqualTo("C-261122-" + desk() + "-002");
    }

    @Test
    void theDayOfANumberIsTheCompanysNotGreenwichs() {
        office.clock.set(Instant.parse("2026-11-22T15:59:59.999Z"));
        assertThat(open(CaseKind.COMPLAINT).number()).startsWith("C-261122-").endsWith("-001");
        office.clock.advance(Duration.ofMillis(1));
        assertThat(open(CaseKind.COMPLAINT).number()).startsWith("C-261123-").endsWith("-001");
    }

    @Test
    void moreThanAThousandCasesOfADayAllHaveNumbersOfTheirOwn() {
        var numbers = new HashSet<String>();
        office.database.writeDo(tx -> {
            for (var i = 0; i < 1005; i++) {
                numbers.add(office.cases.open(tx, office.lin, CaseKind.INQUIRY, Channel.CHAT, null, "greet").number());
            }
        });

        assertThat(numbers).hasSize(1005).contains("Q-261122-" + desk() + "-999", "Q-261122-" + desk() + "-1005");
    }

    @Test
    void aNumberThatWasNotUsedIsGivenOutAgain() {
        assertThatThrownBy(() -> office.database.writeDo(tx -> {
                    office.cases.open(tx, office.lin, CaseKind.COMPLAINT, Channel.PHONE, null, "soothe");
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(open(CaseKind.COMPLAINT).number()).endsWith("-001");
    }

    @Test
    void aCaseIsFoundByItsNumberAsPeopleTypeIt() {
        var opened = open(CaseKind.COMPLAINT);

        assertThat(office.cases.findByNumber(" " + opened.number().toLowerCase() + " ")).contains(opened);
        assertThat(office.cases.findByNumber("C-000000-A01-001")).isEmpty();
    }

    @Test
    void notesAreAddedWithTheirWriterAndTime() {
        var opened = open(CaseKind.COMPLAINT);
        office.pass(1);
        office.cases.note(office.chen, opened.id(), "  客户改到下午联系\n");

        assertThat(office.cases.notes(opened.id()))
                .extracting(Note::text, Note::author, Note::at)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "客户改到下午联系", office.chen.id(), office.clock.instant()));
        refused("cases.problem.empty_note", () -> office.cases.note(office.chen, opened.id(), " \n "));
    }

    @Test
    void onlyWhoIsResponsibleMakesACaseVoid() {
        var opened = office.complaint(office.lin);

        refused("cases.problem.not_responsible", () -> office.cases.makeVoid(office.chen, opened.id(), "duplicate"));
        refused("cases.problem.not_responsible", () -> office.cases.makeVoid(office.quality, opened.id(), "duplicate"));
        office.cases.makeVoid(office.lead, opened.id(), "duplicate");
        refused("cases.problem.not_open", () -> office.cases.makeVoid(office.lin, opened.id(), "duplicate"));

        var voided = office.cases.find(opened.id()).orElseThrow();
        assertThat(voided.state()).isEqualTo(CaseState.VOID);
        assertThat(voided.closingCode()).isEqualTo("duplicate");
        assertThat(voided.closedAt()).isEqualTo(office.clock.instant());
    }

    @Test
    void aVoidCaseLeavesEveryListAndFigureButNotTheRecords() {
        var opened = office.story();
        office.cases.makeVoid(office.lin, opened.id(), "duplicate");

        assertThat(office.cases.page(new CaseList(View.ALL, false, ""), office.lead, null, 10)).isEmpty();
        assertThat(office.cases.count(new CaseList(View.ALL, false, ""), office.lead)).isZero();
        assertThat(office.clocks.open(opened.id())).as("running clocks").isEmpty();
        assertThat(office.clocks.of(opened.id()))
                .filteredOn(clock -> clock.metAt() == null)
                .allMatch(clock -> office.clocks.state(clock).phase() == Phase.VOID)
                .extracting(Clock::voidReason)
                .containsOnly("void");
        assertThat(office.promises.open(office.lin.id())).as("promises").isEmpty();
        assertThat(office.transfers.offeredTo(office.meng)).as("offers").isEmpty();
        assertThat(office.remedies.waiting()).as("requests").isEmpty();
        assertThat(office.cases.findByNumber(opened.number())).isPresent();
        assertThat(office.complaints.view(opened.id()).account()).isPresent();
    }
}
