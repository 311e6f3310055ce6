package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.CaseList.View;
import dev.calmdesk.support.OfficeTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Lists that are longer than a page, with cases due at many times, at the same time and at none.
class CasePagesTest extends OfficeTest {

    private static final int PAGE = 7;

    /// What is due first; what is not due at all comes last.
    private static final Comparator<CaseRow> MOST_PRESSING_FIRST =
            Comparator.comparing(CaseRow::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Random random = new Random(11);

    private List<CaseRow> allPages(CaseList list) {
        var rows = new ArrayList<CaseRow>();
        var page = office.cases.page(list, office.lead, null, PAGE);
        while (!page.isEmpty()) {
            rows.addAll(page);
            page = office.cases.page(list, office.lead, rows.getLast(), PAGE);
        }
        return rows;
    }

    private void fill(int count) {
        for (var i = 0; i < count; i++) {
            var opened = i % 3 == 0 ? office.inquiry(office.chen, "第 " + i + " 问") : office.complaint(office.lin);
            if (i % 4 == 0) {
                office.promises.make(office.lin, opened.id(), "回电", office.in(1 + random.nextInt(50)));
            }
            if (i % 5 == 0) {
                office.database.writeDo(tx -> office.clocks.voidAll(tx, office.lin.id(), opened.id(), "test"));
            }
            if (i % 2 == 0) {
                office.pass(random.nextInt(3));
            }
        }
    }

    @Test
    void threePagesShowEveryCaseExactlyOnceInTheOrderInWhichTheyAreDue() {
        fill(3 * PAGE - 1);
        var list = new CaseList(View.ALL, true, "");

        var rows = allPages(list);

        assertThat(rows).extracting(CaseRow::id).doesNotHaveDuplicates().hasSize(3 * PAGE - 1);
        assertThat(rows).isSortedAccordingTo(MOST_PRESSING_FIRST);
        assertThat(rows).extracting(CaseRow::dueAt).contains((Instant) null);
        assertThat(office.cases.count(list, office.lead)).isEqualTo(rows.size());
    }

    @Test
    void closedCasesJoinTheListWithoutDisturbingItsOrder() {
        fill(10);
        for (var draft : office.drafts.unfinished(office.chen.id())) {
            office.inquiries.file(office.chen, draft.caseId(), draft.id(), Map.of(
                    "inquiry.answer", "已到期", "inquiry.understood", "YES", "inquiry.solved", "YES"));
        }
        var all = new CaseList(View.ALL, false, "");

        assertThat(allPages(all)).hasSize(10).isSortedAccordingTo(MOST_PRESSING_FIRST);
        assertThat(allPages(all)).filteredOn(row -> row.state() == CaseState.CLOSED).hasSize(4);
        assertThat(allPages(CaseList.of(View.ALL))).hasSize(6).allMatch(row -> row.state() == CaseState.OPEN);
    }

    @Test
    void whoHandlesACaseBetweenTwoPagesHidesNoOther() {
        fill(2 * PAGE);
        var list = new CaseList(View.ALL, true, "");
        var whole = allPages(list);
        var first = office.cases.page(list, office.lead, null, PAGE);
        office.cases.makeVoid(office.lead, first.get(2).id(), "duplicate");
        office.cases.makeVoid(office.lead, first.getLast().id(), "duplicate");

        assertThat(office.cases.page(list, office.lead, first.getLast(), PAGE)).isEqualTo(whole.subList(PAGE, 2 * PAGE));
    }

    @Test
    void filtersHoldOnEveryPage() {
        fill(30);
        var asked = new CaseList(View.ALL, true, " 第 2");
        var mine = new CaseList(View.MINE, true, "");

        assertThat(allPages(asked))
                .extracting(CaseRow::title)
                .containsExactlyInAnyOrder("第 21 问", "第 24 问", "第 27 问");
        assertThat(allPages(mine)).isEmpty();
        assertThat(office.cases.page(mine, office.lin, null, 100)).hasSize(20).allMatch(row ->
                row.owner().equals(office.lin.id()));
        assertThat(office.cases.page(CaseList.of(View.TEAM), office.meng, null, 100)).isEmpty();
    }

    @Test
    void ofSeveralThingsDueTheFirstOneCountsAndTheRestDoesNotMultiplyTheRow() {
        var opened = office.complaint(office.lin);
        var first = office.in(2);
        office.promises.make(office.lin, opened.id(), "发短信", first);
        office.promises.make(office.lin, opened.id(), "回电", first);
        office.promises.make(office.lin, opened.id(), "发券", office.in(900));

        assertThat(allPages(CaseList.of(View.ALL))).extracting(CaseRow::dueAt).containsExactly(first);
    }
}
