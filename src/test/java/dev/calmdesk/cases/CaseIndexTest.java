package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.Decision;
import dev.calmdesk.complaint.FollowUp;
import dev.calmdesk.inquiry.Inquiry;
import dev.calmdesk.people.Actor;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.support.Office;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIndexTest {

    private final Office office = new Office();
    private final CaseIndex index = CaseIndex.inMemory(
            office.database, Set.of(Account.KIND, Decision.KIND, FollowUp.KIND, Inquiry.KIND), () -> Synonyms.GENERAL);

    @BeforeEach
    void open() {
        index.follow(Runnable::run);
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
        office.close();
    }

    private List<String> found(String typed, Actor viewer) {
        return numbers(index.find(typed, viewer, 10));
    }

    private static List<String> numbers(List<CaseIndex.Hit> hits) {
        return hits.stream().map(hit -> hit.words().number()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"燕麦奶发酸", "燕麥奶發酸", "yanmainai fasuan", "絮状沉淀", "灭菌 整箱退款"})
    void aCaseIsFoundByWhatWasSaidInItHoweverItIsTyped(String typed) {
        var closed = office.closedComplaint();
        office.inquiry(office.lin, "积分为什么月底清零了？");

        assertThat(found(typed, office.lead)).startsWith(closed.number());
    }

    @Test
    void aCaseIsFoundByItsNumberWholeOrBegun() {
        var inquiry = office.inquiry(office.lin, "积分为什么月底清零了？");

        assertThat(found(inquiry.number(), office.lin)).startsWith(inquiry.number());
        assertThat(found(inquiry.number().substring(0, 8).toLowerCase(java.util.Locale.ROOT), office.lin))
                .contains(inquiry.number());
    }

    @Test
    void wordsAreFoundAsSoonAsTheStepIsFinishedAndGoneWithTheCase() {
        assertThat(found("清零", office.lin)).isEmpty();
        var inquiry = office.inquiry(office.lin, "积分为什么月底清零了？");
        assertThat(found("清零", office.lin)).containsExactly(inquiry.number());

        office.cases.makeVoid(office.lin, inquiry.id(), "duplicate");
        assertThat(found("清零", office.lin)).isEmpty();
    }

    @Test
    void nobodyFindsCasesThatTheyMayNotLookAt() {
        var closed = office.closedComplaint();

        assertThat(found("燕麦奶", office.chen)).contains(closed.number());
        assertThat(found("燕麦奶", office.meng)).isEmpty();
        assertThat(found(closed.number(), office.meng)).isEmpty();
        assertThat(found("燕麦奶", office.admin)).isEmpty();
        assertThat(found("燕麦奶", office.quality)).contains(closed.number());
    }

    @Test
    void theCaseLibraryIsThereForAllWhoSeeCases() {
        var closed = office.closedComplaint();
        office.database.writeDo(tx -> tx.write(FollowUp.KIND, closed.id())
                .set("in_library", true)
                .set("lesson", "灭菌段温度要两小时一查")
                .as("changed", office.lead.id()));

        assertThat(found("灭菌段温度", office.meng)).containsExactly(closed.number());
        assertThat(found("灭菌段温度", office.admin)).isEmpty();
    }

    @Test
    void onlyClosedCasesAreOfferedAsLikeAndNeverTheCaseItself() {
        var open = office.story();
        var closed = office.closedComplaint();

        assertThat(numbers(index.like("燕麦奶味道发酸，孩子肚子不舒服", office.lin, Set.of(open.id()), 3)))
                .containsExactly(closed.number());
        assertThat(index.like("燕麦奶味道发酸", office.lin, Set.of(closed.id()), 3)).isEmpty();
        assertThat(index.like("", office.lin, Set.of(), 3)).isEmpty();
    }

    @Test
    void whatFitsIsMarkedInTitleAndPassage() {
        office.closedComplaint();

        var hit = index.find("絮状沉淀 退款", office.lead, 1).getFirst();

        assertThat(hit.title().ranges()).isNotEmpty();
        assertThat(hit.passage().text()).isEqualTo("整箱退款并赔付，寄回样品检测");
        assertThat(hit.passage().ranges()).isNotEmpty();
    }

    @Test
    void strangeInputFindsNothingAndHarmsNothing() {
        office.closedComplaint();
        for (var typed : List.of("", "   ", "%", "_", "' or 1=1", "\u0000", new UUID(1, 1).toString(), "😀😀")) {
            assertThat(index.find(typed, office.lead, 5)).isNotNull();
        }
    }
}
