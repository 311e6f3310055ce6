package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.CaseList.View;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.Office;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseListTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private List<CaseRow> page(CaseList list, Actor viewer) {
        return office.cases.page(list, viewer, null, 100);
    }

    @Test
    void theMostPressingCaseStandsFirstWithTheTimesOfWhatIsDueFirst() {
        var calm = office.complaint(office.lin);
        office.pass(5);
        var pressing = office.complaint(office.lin);
        var promise = office.promises.make(office.lin, calm.id(), "马上回电", office.in(3));

        var rows = page(CaseList.of(View.MINE), office.lin);

        assertThat(rows).extracting(CaseRow::id).containsExactly(calm.id(), pressing.id());
        var deadline = rows.getFirst().deadline().orElseThrow();
        assertThat(deadline).isEqualTo(Deadline.of(office.promises.of(calm.id()).stream()
                .filter(made -> made.id().equals(promise))
                .findFirst()
                .orElseThrow()));
        assertThat(deadline.startedAt()).isEqualTo(office.clock.instant());
    }

    @Test
    void pagesFollowEachOtherWithoutRepeatingOrSkipping() {
        for (var i = 0; i < 23; i++) {
            office.complaint(office.lin);
        }
        var list = CaseList.of(View.TEAM);
        var seen = new ArrayList<CaseRow>();
        for (var page = office.cases.page(list, office.chen, null, 5);
                !page.isEmpty();
                page = office.cases.page(list, office.chen, seen.getLast(), 5)) {
            seen.addAll(page);
        }

        assertThat(seen).extracting(CaseRow::id).doesNotHaveDuplicates().hasSize(23);
        assertThat(seen).isEqualTo(page(list, office.chen));
        assertThat(office.cases.count(list, office.chen)).isEqualTo(23);
    }

    @Test
    void everybodySeesTheirOwnTheirTeamsAndLeadersAll() {
        var ofLin = office.complaint(office.lin);
        var ofMeng = office.complaint(office.meng);

        assertThat(page(CaseList.of(View.MINE), office.chen)).isEmpty();
        assertThat(page(CaseList.of(View.TEAM), office.chen)).extracting(CaseRow::id).containsExactly(ofLin.id());
        assertThat(page(CaseList.of(View.ALL), office.lead))
                .extracting(CaseRow::id)
                .containsExactlyInAnyOrder(ofLin.id(), ofMeng.id());
        assertThat(CaseList.views(office.lin)).containsExactly(View.MINE, View.TEAM);
        assertThat(CaseList.views(office.quality)).containsExactly(View.MINE, View.ALL);
        assertThatThrownBy(() -> page(CaseList.of(View.ALL), office.lin)).isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    void anAdministratorSeesNoCase() {
        office.complaint(office.lin);

        assertThat(CaseList.views(office.admin)).isEmpty();
        assertThatThrownBy(() -> page(CaseList.of(View.MINE), office.admin)).isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    void textFindsPartsOfNumberTitleAndCustomerAndMeansItselfLiterally() {
        var subject = office.story();
        var found = new HashSet<String>();
        for (var text : List.of(subject.number().substring(3).toLowerCase(), "絮状", "周敏", "%", "_")) {
            if (!page(new CaseList(View.MINE, true, text), office.lin).isEmpty()) {
                found.add(text);
            }
        }

        assertThat(found).containsExactlyInAnyOrder(subject.number().substring(3).toLowerCase(), "絮状", "周敏");
    }

    @Test
    void closedCasesShowOnlyWhenAskedForAndVoidOnesNever() {
        var wrong = office.complaint(office.lin);
        office.cases.makeVoid(office.lin, wrong.id(), "duplicate");
        var solved = office.inquiry(office.lin, "积分为什么少了？");
        var draft = office.drafts.unfinished(office.lin.id()).getFirst();
        office.inquiries.file(office.lin, solved.id(), draft.id(), java.util.Map.of(
                "inquiry.answer", "上月积分已到期", "inquiry.understood", "YES", "inquiry.solved", "YES"));

        assertThat(page(CaseList.of(View.MINE), office.lin)).isEmpty();
        assertThat(page(new CaseList(View.MINE, false, ""), office.lin))
                .extracting(CaseRow::id)
                .containsExactly(solved.id());
    }
}
