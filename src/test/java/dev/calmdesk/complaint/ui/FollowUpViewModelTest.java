package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.complaint.ComplaintStep;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowUpViewModelTest {

    private ComplaintDesk desk;
    private FollowUpViewModel followUp;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new ComplaintDesk(folder).resolved();
        followUp = desk.model.followUp();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private void settle() {
        desk.type(Map.of(
                "follow_up.received", "YES", "follow_up.satisfaction", "5", "follow_up.recommend", "9",
                "follow_up.root_cause", "quality/sterilisation", "follow_up.lesson", "巡检加密", "follow_up.in_library", "true",
                "follow_up.closing_code", "accepted"));
    }

    @Test
    void triesAreCounted() {
        assertThat(followUp.triesLeftProperty().get()).contains("3");
        desk.type(Map.of(FollowUpViewModel.TRY_REASON, "no-answer", FollowUpViewModel.TRY_REMARK, "晚些再打"));
        followUp.missed();

        assertThat(followUp.tries().getFirst().text()).isEqualTo("未联系上：无人接听 · 晚些再打");
        assertThat(followUp.triesLeftProperty().get()).contains("2");
        assertThat(desk.typed(FollowUpViewModel.TRY_REASON)).isEmpty();

        followUp.reached();
        assertThat(followUp.tries()).hasSize(2);
        assertThat(followUp.triesLeftProperty().get()).isEmpty();
    }

    @Test
    void closingNeedsEveryGate() {
        desk.type("account.read_back", "");
        desk.model.goTo(ComplaintStep.FOLLOW_UP);
        desk.model.finish();

        assertThat(desk.model.missing()).extracting(Point::field).contains(
                "remedy.done", "follow_up.tried", "follow_up.received", "follow_up.satisfaction", "follow_up.root_cause",
                "follow_up.closing_code");
        assertThat(desk.office.cases.find(desk.subject.id()).orElseThrow().state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void aPointOfAnotherStepLeadsThere() {
        assertThat(desk.model.stepOf(new Point("account.read_back", "gate.account.read_back"))).isEqualTo(ComplaintStep.RECORD);
        assertThat(desk.model.stepOf(new Point("remedy.done", "gate.remedy.done"))).isEqualTo(ComplaintStep.FOLLOW_UP);
    }

    @Test
    void theCaseIsClosedAndOpenedAgainWithAReason() {
        var remedy = desk.model.resolve().remedies().items().getFirst();
        desk.model.resolve().remedies().proof(remedy.id()).set("TK8821");
        desk.model.resolve().remedies().carryOut(remedy.id());
        followUp.reached();
        settle();
        desk.model.finish();

        assertThat(desk.model.missing()).isEmpty();
        assertThat(desk.model.subjectProperty().get().state()).isEqualTo(CaseState.CLOSED);
        assertThat(followUp.closedProperty().get()).contains("今天 14:31", "客户认可，补救完成");
        var recorded = desk.office.complaints.view(desk.subject.id()).followUp().orElseThrow();
        assertThat(recorded.satisfaction()).isEqualTo(5);
        assertThat(recorded.recommend()).isEqualTo(9);
        assertThat(recorded.inLibrary()).isTrue();

        followUp.reopen();
        assertThat(desk.said()).containsExactly("complaint.closed.notice", "complaint.problem.reopen_without_reason");
        desk.type(FollowUpViewModel.REOPEN_REASON, "客户说退款没到");
        followUp.reopen();

        assertThat(desk.model.subjectProperty().get().state()).isEqualTo(CaseState.OPEN);
        assertThat(followUp.closedProperty().get()).isEmpty();
        assertThat(desk.typed(FollowUpViewModel.REOPEN_REASON)).isEmpty();
    }

    @Test
    void whoRatedNeedsNoReasonForNone() {
        assertThat(followUp.ratedProperty().get()).isFalse();
        desk.type("follow_up.satisfaction", "4");

        assertThat(followUp.ratedProperty().get()).isTrue();
        assertThat(followUp.hasRemediesProperty().get()).isTrue();
    }
}
