package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.cases.TransferState;
import dev.calmdesk.complaint.Assessment;
import dev.calmdesk.complaint.Assessment.Grade;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.ui.SuggestionRow.Shown;
import dev.calmdesk.fx.control.Option;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyViewModelTest {

    private ComplaintDesk desk;
    private ClassifyViewModel classify;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new ComplaintDesk(folder).recorded();
        classify = desk.model.classify();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private Assessment assessment() {
        return desk.office.complaints.view(desk.subject.id()).assessment().orElseThrow();
    }

    @Test
    void theCustomersWordsSuggestButDoNotDecide() {
        assertThat(classify.suggestions().rows()).extracting(Shown::name)
                .startsWith("食品安全 › 异味变味")
                .contains("食品安全 › 食用后不适");
        assertThat(desk.typed(ClassifyViewModel.CATEGORY)).isEmpty();

        classify.takeFirst();
        assertThat(desk.typed(ClassifyViewModel.CATEGORY)).isEqualTo("food-safety/off-taste");
    }

    @Test
    void severityDepartmentAndGradeFollowWhatIsKnown() {
        assertThat(classify.proposalProperty().get()).isNull();

        desk.type(ClassifyViewModel.CATEGORY, "price/coupon");
        assertThat(desk.typed(ClassifyViewModel.SEVERITY)).isEqualTo("S4");
        assertThat(desk.typed(ClassifyViewModel.DEPARTMENT)).isEqualTo("marketing");
        assertThat(desk.typed(ClassifyViewModel.GRADE)).isEqualTo("GENERAL");

        desk.type(ClassifyViewModel.CATEGORY, "food-safety/off-taste");
        assertThat(desk.typed(ClassifyViewModel.SEVERITY)).isEqualTo("S2");
        assertThat(desk.typed(ClassifyViewModel.DEPARTMENT)).isEqualTo("quality");
        assertThat(classify.whyProperty().get()).contains("异味变味");

        desk.type(Map.of(ClassifyViewModel.HARM, "medical"));
        assertThat(classify.proposalProperty().get().severity()).isEqualTo(Severity.S1);
        assertThat(classify.whyProperty().get()).isEqualTo("有人就医或受伤");
        assertThat(desk.typed(ClassifyViewModel.SEVERITY)).isEqualTo("S1");
        assertThat(desk.typed(ClassifyViewModel.GRADE)).isEqualTo("COMPLEX");
        assertThat(classify.urgentProperty().get()).isTrue();
        assertThat(classify.gradeFixedProperty().get()).isTrue();
    }

    @Test
    void whatAPersonChoseStays() {
        desk.type(ClassifyViewModel.CATEGORY, "price/coupon");
        desk.type(ClassifyViewModel.DEPARTMENT, "finance");
        desk.type(ClassifyViewModel.SEVERITY, "S2");
        desk.type("assessment.media", "threatened");

        assertThat(desk.typed(ClassifyViewModel.DEPARTMENT)).isEqualTo("finance");
        assertThat(desk.typed(ClassifyViewModel.SEVERITY)).isEqualTo("S2");
        assertThat(classify.overriddenProperty().get()).isTrue();
    }

    @Test
    void anOtherSeverityNeedsAReason() {
        desk.type(Map.of(ClassifyViewModel.CATEGORY, "price/coupon", ClassifyViewModel.HARM, "none"));
        desk.type(ClassifyViewModel.SEVERITY, "S3");
        desk.model.finish();

        assertThat(desk.model.missing()).extracting(Point::field).containsExactly("assessment.override_reason");

        desk.type("assessment.override_reason", "老客户，第三次遇到");
        desk.model.finish();

        assertThat(desk.model.stepProperty().get()).isEqualTo(ComplaintStep.RESOLVE);
        assertThat(assessment().proposed()).isEqualTo(Severity.S4);
        assertThat(assessment().severity()).isEqualTo(Severity.S3);
    }

    @Test
    void aRecordedDecisionIsNotTakenBackWhenTheCaseIsOpenedAgain() {
        desk.type(Map.of(ClassifyViewModel.CATEGORY, "price/coupon", ClassifyViewModel.HARM, "none"));
        desk.type(Map.of(ClassifyViewModel.SEVERITY, "S3", "assessment.override_reason", "第三次遇到"));
        desk.type(ClassifyViewModel.DEPARTMENT, "finance");
        desk.model.finish();

        var again = desk.office.drafts.openOn(desk.office.lead, desk.subject.id(), "COMPLAINT", "classify", null);
        var form = desk.form(again);
        var model = desk.model(desk.office.lead, again, form);

        assertThat(form.field(ClassifyViewModel.SEVERITY).get()).isEqualTo("S3");
        assertThat(form.field(ClassifyViewModel.DEPARTMENT).get()).isEqualTo("finance");
        assertThat(model.classify().overriddenProperty().get()).isTrue();
        assertThat(model.stepProperty().get()).isEqualTo(ComplaintStep.CLASSIFY);
    }

    @Test
    void safetyForcesTheGrade() {
        desk.type(Map.of(ClassifyViewModel.CATEGORY, "food-safety/discomfort", ClassifyViewModel.HARM, "injury"));
        desk.type(ClassifyViewModel.GRADE, "GENERAL");
        desk.office.complaints.keep(desk.office.lin, desk.subject.id(), ComplaintStep.CLASSIFY, desk.form.values());

        assertThat(assessment().grade()).isEqualTo(Grade.COMPLEX);
    }

    @Test
    void nobodyGoesOnWithAComplexCaseThatNobodyWasOffered() {
        desk.type(Map.of(ClassifyViewModel.CATEGORY, "food-safety/discomfort", ClassifyViewModel.HARM, "injury"));
        desk.model.finish();

        assertThat(desk.model.missing()).extracting(Point::field).containsExactly("routing.fits");
    }

    @Test
    void aComplexComplaintIsOfferedToSomebodyWhoMaySettleIt() {
        desk.type(Map.of(ClassifyViewModel.CATEGORY, "food-safety/off-taste", ClassifyViewModel.HARM, "none"));
        var routing = classify.routing();
        assertThat(routing.neededProperty().get()).isTrue();
        assertThat(routing.receivers()).extracting(Option::label).contains("专员组", "周岚（班组长）", "孟楠（投诉处理专员）");
        assertThat(desk.typed(RoutingViewModel.TO)).isEqualTo("team:T3");
        assertThat(desk.typed(RoutingViewModel.REASON)).isEqualTo("complex");

        routing.offer();
        assertThat(desk.said()).containsExactly("cases.problem.transfer_without_reason");

        routing.noteSummary();
        routing.offer();
        assertThat(routing.waitingProperty().get()).isTrue();
        assertThat(routing.stateProperty().get()).contains("14:31", "专员组");
        desk.model.finish();
        assertThat(desk.model.stepProperty().get()).isEqualTo(ComplaintStep.RESOLVE);

        var waiting = desk.office.transfers.waiting(desk.subject.id()).orElseThrow();
        assertThat(waiting.state()).isEqualTo(TransferState.ASKED);
        routing.withdraw();
        assertThat(routing.waitingProperty().get()).isFalse();
    }

    @Test
    void theProposedReceiverFollowsTheFactsInAnyOrder() {
        desk.type(ClassifyViewModel.CATEGORY, "food-safety/discomfort");
        assertThat(desk.typed(RoutingViewModel.TO)).startsWith("team:");

        desk.type(ClassifyViewModel.HARM, "medical");
        assertThat(desk.typed(RoutingViewModel.TO)).isEqualTo("person:" + desk.office.lead.id());
        assertThat(desk.typed(RoutingViewModel.REASON)).isEqualTo("safety");
    }

    @Test
    void aReceiverThatAPersonChoseStays() {
        desk.type(ClassifyViewModel.CATEGORY, "food-safety/discomfort");
        desk.type(RoutingViewModel.TO, "team:T2");
        desk.type(ClassifyViewModel.HARM, "medical");

        assertThat(desk.typed(RoutingViewModel.TO)).isEqualTo("team:T2");
    }

    @Test
    void healthGoesToTheLeadOfTheTeam() {
        desk.type(Map.of(ClassifyViewModel.CATEGORY, "food-safety/discomfort", ClassifyViewModel.HARM, "medical"));

        assertThat(desk.typed(RoutingViewModel.TO)).isEqualTo("person:" + desk.office.lead.id());
        assertThat(desk.typed(RoutingViewModel.REASON)).isEqualTo("safety");
    }

    @Test
    void whatIsKnownOfTheBatchIsSuggested() {
        assertThat(classify.batchSuggestion(0)).isEmpty();
        var suggestion = classify.batchSuggestion(6).orElseThrow();
        classify.choose(suggestion);

        assertThat(desk.typed(ClassifyViewModel.BATCH)).isEqualTo("several");
        assertThat(classify.batchSuggestion(6)).isEmpty();
    }
}
