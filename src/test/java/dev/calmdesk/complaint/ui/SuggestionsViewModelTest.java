package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.complaint.SuggestionUse;
import dev.calmdesk.complaint.SuggestionUse.About;
import dev.calmdesk.complaint.ui.SuggestionRow.Shown;
import dev.calmdesk.data.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is suggested in the third step, and what becomes of it.
class SuggestionsViewModelTest {

    private ComplaintDesk desk;
    private ClassifyViewModel classify;
    private SuggestionsViewModel suggestions;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new ComplaintDesk(folder);
        desk.recorded();
        classify = desk.model.classify();
        suggestions = classify.suggestions();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private List<SuggestionUse> noted(About about) {
        return desk.office.database.read(handle ->
                Rows.list(handle, SuggestionUse.KIND, "case_id", desk.subject.id())).stream()
                .filter(use -> use.about() == about)
                .toList();
    }

    private void finishAs(String category) {
        desk.type(Map.of(ClassifyViewModel.CATEGORY, category, ClassifyViewModel.HARM, "none"));
        desk.type(RoutingViewModel.NOTE, "请接手");
        classify.routing().offer();
        desk.model.finish();
    }

    @Test
    void listedWordsSuggestUntilEnoughWasLearnedAndThenClosedCasesDo() {
        assertThat(suggestions.basisProperty().get()).contains("关键词", "200");

        desk.closedBefore(400);

        assertThat(suggestions.basisProperty().get()).contains("已结案");
        var first = suggestions.rows().getFirst();
        assertThat(first.pill()).isIn("很可能", "较可能", "有可能");
        assertThat(first.words()).isNotEmpty().allMatch(desk.typed("account.event")::contains);
        assertThat(suggestions.rows()).anyMatch(row -> !row.cases().links().isEmpty());
    }

    @Test
    void nothingIsTakenByItself() {
        desk.closedBefore(400);

        assertThat(desk.typed(ClassifyViewModel.CATEGORY)).isEmpty();
        assertThat(desk.typed(ClassifyViewModel.SEVERITY)).isEmpty();
    }

    @Test
    void aSuggestionIsTakenByItsNumberAndSaysSo() {
        suggestions.take(2);
        assertThat(desk.typed(ClassifyViewModel.CATEGORY)).isEqualTo("food-safety/discomfort");
        assertThat(suggestions.rows()).extracting(Shown::taken).startsWith(false, true);

        suggestions.take(9);
        assertThat(desk.typed(ClassifyViewModel.CATEGORY)).isEqualTo("food-safety/discomfort");
    }

    @Test
    void whatIsRecordedLaterChangesWhatIsSuggested() {
        desk.type("account.event", "优惠券用不了，结账没抵扣");

        assertThat(suggestions.rows()).extracting(Shown::name).startsWith("价格促销 › 优惠券");
        desk.type("account.event", "");
        assertThat(suggestions.rows()).isEmpty();
        assertThat(suggestions.basisProperty().get()).isEmpty();
    }

    @Test
    void aCaseThatASuggestionRestsOnIsOneClickAway() {
        desk.closedBefore(400);
        var link = suggestions.rows().stream().flatMap(row -> row.cases().links().stream()).findFirst().orElseThrow();
        assertThat(link.full()).contains("C-251001-B01-", "10-23");

        desk.model.hand().look(link.caseId());

        assertThat(desk.looked).containsExactly(link.caseId());
    }

    @Test
    void finishingTheStepNotesThatTheFirstWasTaken() {
        finishAs("food-safety/off-taste");

        assertThat(noted(About.CATEGORY)).extracting(SuggestionUse::taken).containsExactly(1);
    }

    @Test
    void finishingTheStepNotesThatAnotherWasChosen() {
        finishAs("price/coupon");

        assertThat(noted(About.CATEGORY)).singleElement()
                .extracting(SuggestionUse::chosen, SuggestionUse::taken)
                .containsExactly("price/coupon", 0);
    }

    @Test
    void aStepThatIsNotFinishedNotesNothing() {
        suggestions.take(1);

        assertThat(noted(About.CATEGORY)).isEmpty();
    }

    @Test
    void wordsOfTheRecordAreAReasonToRaiseAndGiveTheReason() {
        desk.type(ClassifyViewModel.CATEGORY, "price/coupon");
        assertThat(desk.typed(ClassifyViewModel.SEVERITY)).isEqualTo("S4");
        var raises = classify.raises();
        assertThat(raises.rows()).first().extracting(Shown::name).isEqualTo("提到婴幼儿、孕妇或老人不适");
        assertThat(raises.rows()).extracting(Shown::pill).containsExactly("S1 严重", "S3 一般");
        assertThat(raises.rows().getFirst().words()).contains("女儿", "不舒服");

        raises.take(0);

        assertThat(desk.typed(ClassifyViewModel.SEVERITY)).isEqualTo("S1");
        assertThat(desk.typed("assessment.override_reason")).contains("婴幼儿", "女儿");
        assertThat(classify.overriddenProperty().get()).isTrue();
        assertThat(raises.rows()).singleElement().matches(Shown::taken);
    }

    @Test
    void aReasonThatSomebodyWroteStays() {
        desk.type(Map.of(ClassifyViewModel.CATEGORY, "price/coupon", "assessment.override_reason", "家长要求"));
        classify.raises().take(0);

        assertThat(desk.typed("assessment.override_reason")).isEqualTo("家长要求");
    }

    @Test
    void whatTheFactsMakeAsSeriousIsNoReasonAnyMore() {
        desk.type(ClassifyViewModel.HARM, "medical");

        assertThat(classify.raises().rows()).isEmpty();
    }

    @Test
    void nobodyIsAskedToGoBackToSomethingMilder() {
        desk.type("account.event", "再不退就曝光，打开一看洒了一半");
        desk.type("account.people", "本人");
        desk.type(ClassifyViewModel.CATEGORY, "price/coupon");
        assertThat(classify.raises().rows()).extracting(Shown::pill).containsExactly("S3 一般");

        desk.type(ClassifyViewModel.SEVERITY, "S2");

        assertThat(classify.raises().rows()).isEmpty();
    }

    @Test
    void aRaiseThatWasTakenIsNotedWhenTheStepIsFinished() {
        desk.type(Map.of(ClassifyViewModel.CATEGORY, "food-safety/off-taste", ClassifyViewModel.HARM, "none"));
        classify.raises().take(0);
        desk.type(RoutingViewModel.NOTE, "请接手");
        classify.routing().offer();
        desk.model.finish();

        assertThat(noted(About.SEVERITY)).singleElement()
                .extracting(SuggestionUse::chosen, SuggestionUse::taken)
                .containsExactly("S1", 1);
    }
}
