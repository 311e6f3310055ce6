package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.flow.Moment;
import dev.calmdesk.fx.control.Stepper.State;
import dev.calmdesk.fx.control.Stepper.Step;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The wizard as a whole: steps in any order, what the stepper says, where line and knowledge stand.
class ComplaintViewModelTest {

    @TempDir
    Path folder;

    @Test
    void stepsCanBeVisitedInAnyOrderAndTheDraftRemembersTheLast() throws Exception {
        try (var desk = new ComplaintDesk(folder)) {
            desk.model.goTo(ComplaintStep.RESOLVE);
            desk.model.goTo(ComplaintStep.RECORD);
            desk.type("account.event", "味道发酸");

            var draft = desk.office.drafts.find(desk.draft.id()).orElseThrow();
            assertThat(draft.step()).isEqualTo("record");
            var again = desk.model(desk.office.lin, draft, desk.form(draft));
            assertThat(again.stepProperty().get()).isEqualTo(ComplaintStep.RECORD);
            assertThat(again.field("account.event").get()).isEqualTo("味道发酸");
        }
    }

    @Test
    void theStepperTellsWhatCameOutAndWhatIsOpen() throws Exception {
        try (var desk = new ComplaintDesk(folder).recorded()) {
            desk.model.goTo(ComplaintStep.RESOLVE);
            desk.model.roomyProperty().set(false);

            assertThat(desk.model.steps()).extracting(Step::state)
                    .containsExactly(State.DONE, State.DONE, State.OPEN_POINTS, State.CURRENT, State.TODO);
            assertThat(desk.model.steps()).extracting(Step::subtitle)
                    .containsExactly("情绪 4→2", "14:31 已复述", "缺 5 项", "缺 4 项", "");
        }
    }

    @Test
    void aFinishedStepWhosePointIsTakenBackIsOpenAgain() throws Exception {
        try (var desk = new ComplaintDesk(folder).recorded()) {
            desk.type("account.expectation", "");

            assertThat(desk.model.steps().get(1).state()).isEqualTo(State.OPEN_POINTS);
            assertThat(desk.model.steps().get(1).subtitle()).isEqualTo("缺 1 项");
        }
    }

    @Test
    void hiddenStagesHaveTheirTimesAndLimits() throws Exception {
        try (var desk = new ComplaintDesk(folder)) {
            assertThat(desk.model.stages()).extracting(stage -> stage.name() + " " + stage.time()).containsExactly(
                    "受理 14:21", "告知 明天 08:30 前", "初评 明天 10:00 前", "调查 ", "决定 ", "回访 ");
            desk.type("account.acknowledged", "true");

            assertThat(desk.model.stages().get(1).time()).isEqualTo("14:21");
        }
    }

    @Test
    void theLikeliestMomentComesFirst() throws Exception {
        try (var desk = new ComplaintDesk(folder)) {
            assertThat(first(desk)).isEqualTo(Moment.GREET);
            desk.model.soothe().note(4);
            assertThat(first(desk)).isEqualTo(Moment.EMPATHISE);
            desk.type("soothing.empathy_shown", "true");
            assertThat(first(desk)).isEqualTo(Moment.APOLOGISE);
            desk.model.soothe().calm();
            desk.model.finish();
            assertThat(first(desk)).isEqualTo(Moment.CLARIFY);
            desk.type("account.event", "喝完拉肚子");
            assertThat(first(desk)).isEqualTo(Moment.SAFETY);
            desk.type("assessment.harm", "discomfort");
            assertThat(first(desk)).isEqualTo(Moment.CLARIFY);
            desk.type("account.not_known", "account.happened_at,account.place,account.people,account.expectation,"
                    + "account.sku,account.batch");
            assertThat(first(desk)).isEqualTo(Moment.READ_BACK);
        }
    }

    private static Moment first(ComplaintDesk desk) {
        return desk.model.stageProperty().get().moments().getFirst();
    }

    @Test
    void theStageGivesTheLineItsValuesAndTheDockItsWords() throws Exception {
        try (var desk = new ComplaintDesk(folder).recorded()) {
            desk.type(Map.of("assessment.category", "food-safety/off-taste"));
            var stage = desk.model.stageProperty().get();

            assertThat(stage.flow()).isEqualTo("COMPLAINT");
            assertThat(stage.emotion()).isEqualTo(2);
            assertThat(stage.values())
                    .containsEntry("product", "晨穗燕麦奶")
                    .containsEntry("batch", "L260911-1")
                    .containsEntry("department", "质量部")
                    .containsEntry("caseNumber", desk.subject.number())
                    .doesNotContainKey("promiseTime");
            assertThat(stage.values().get("summary")).startsWith("时间是昨晚七点半左右，地点是家中");
            assertThat(stage.recorded().text()).startsWith("晨穗燕麦奶 异味变味 晚饭");
        }
    }

    @Test
    void aChangeElsewhereIsShown() throws Exception {
        try (var desk = new ComplaintDesk(folder)) {
            desk.office.complaints.noteEmotion(desk.office.lead, desk.subject.id(), 5);

            assertThat(desk.model.soothe().levelProperty().get()).isEqualTo(5);
        }
    }

    @Test
    void nothingIsHeardAfterClosing() throws Exception {
        try (var desk = new ComplaintDesk(folder)) {
            desk.model.close();
            desk.office.complaints.noteEmotion(desk.office.lead, desk.subject.id(), 5);

            assertThat(desk.model.soothe().levelProperty().get()).isZero();
        }
    }

    @Test
    void timesOfStagesDoNotComeBackFromAnOldForm() throws Exception {
        try (var desk = new ComplaintDesk(folder).recorded()) {
            var again = desk.office.drafts.openOn(desk.office.lead, desk.subject.id(), "COMPLAINT", "record", null);
            var form = desk.form(again);
            desk.model(desk.office.lead, again, form);

            assertThat(form.values().keySet()).noneMatch(field -> field.endsWith("_at") && !field.endsWith("happened_at"));
            assertThat(form.values().keySet()).noneMatch(field -> field.endsWith("done_by"));
        }
    }
}
