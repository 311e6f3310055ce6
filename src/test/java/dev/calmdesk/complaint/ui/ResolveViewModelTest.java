package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Money;
import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.RemedyState;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.Signal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolveViewModelTest {

    private ComplaintDesk desk;
    private ResolveViewModel resolve;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new ComplaintDesk(folder).classifiedAsGeneral();
        resolve = desk.model.resolve();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private void refund(String amount) {
        desk.type(Map.of(
                RemediesViewModel.TYPE, "REFUND", RemediesViewModel.AMOUNT, amount, RemediesViewModel.TERMS, "退一箱货款",
                RemediesViewModel.RULE, "质量问题全额退款", RemediesViewModel.COST_CENTRE, "quality",
                RemediesViewModel.DUE, "2026-11-22T10:00:00Z"));
    }

    @Test
    void aDepartmentIsAskedAndAnswers() {
        var tasks = resolve.tasks();
        assertThat(desk.typed(TasksViewModel.DEPARTMENT)).isEqualTo("marketing");
        desk.type(TasksViewModel.DEPARTMENT, "quality");
        tasks.offer("留样");
        assertThat(tasks.offers()).extracting(Option::label).containsExactly("调取同批留样，检测感官、菌落与酸度");

        desk.type(Map.of(TasksViewModel.ASK, tasks.offers().getFirst().code(), TasksViewModel.DUE, "2026-11-23T04:00:00Z"));
        tasks.ask();
        var task = tasks.items().getFirst();
        assertThat(task.title()).isEqualTo("质量部 · 调取同批留样，检测感官、菌落与酸度");
        assertThat(task.detail()).isEqualTo("明天 12:00 前答复");
        assertThat(desk.typed(TasksViewModel.ASK)).isEmpty();
        assertThat(resolve.investigatedProperty().get()).isEqualTo("14:31 起");

        tasks.finding(task.id()).set("酸度合格");
        tasks.answer(task.id());
        assertThat(tasks.items().getFirst().isOpen()).isFalse();
        assertThat(tasks.items().getFirst().detail()).contains("酸度合格");
    }

    @Test
    void aTaskNeedsATimeToCome() {
        desk.type(Map.of(TasksViewModel.DEPARTMENT, "quality", TasksViewModel.ASK, "查记录"));
        resolve.tasks().ask();

        assertThat(desk.said()).containsExactly("complaint.problem.task_in_past");
        assertThat(desk.typed(TasksViewModel.ASK)).isEqualTo("查记录");
    }

    @Test
    void aRemedyWithinAuthorityMayBeCarriedOutAtOnce() {
        refund("89");
        assertThat(resolve.remedies().authorityProperty().get()).isEqualTo("权限剩余 ¥300.00");
        assertThat(resolve.remedies().overProperty().get()).isFalse();
        resolve.remedies().propose();

        var remedy = resolve.remedies().items().getFirst();
        assertThat(remedy.title()).isEqualTo("退款 ¥89.00");
        assertThat(remedy.detail()).isEqualTo("退一箱货款 · 依据 质量问题全额退款 · 质量部承担 · 今天 18:00 前");
        assertThat(remedy.canCarryOut()).isTrue();
        assertThat(desk.typed(RemediesViewModel.TYPE)).isEmpty();
        assertThat(resolve.remedies().proposingProperty().get()).isFalse();

        resolve.remedies().carryOut(remedy.id());
        assertThat(desk.said()).containsExactly("complaint.problem.remedy_without_proof");
        resolve.remedies().proof(remedy.id()).set("TK8821");
        resolve.remedies().carryOut(remedy.id());
        assertThat(resolve.remedies().items().getFirst().signal()).isEqualTo(Signal.OK);
        assertThat(resolve.remedies().items().getFirst().detail()).contains("凭证 TK8821");
    }

    @Test
    void aboveAuthorityItIsARequestThatBlocksCarryingOut() {
        refund("89");
        resolve.remedies().propose();
        refund("356.00");
        assertThat(resolve.remedies().authorityProperty().get()).isEqualTo("权限剩余 ¥211.00");
        assertThat(resolve.remedies().overProperty().get()).isTrue();

        resolve.remedies().propose();
        assertThat(desk.said()).containsExactly("complaint.problem.approval_without_reason");
        desk.type(RemediesViewModel.REASON, "客户为金卡，30 天内第 2 次");
        resolve.remedies().propose();

        var remedy = resolve.remedies().items().getLast();
        assertThat(remedy.isWaiting()).isTrue();
        assertThat(remedy.canCarryOut()).isFalse();
        assertThat(remedy.approval()).contains("14:31", "¥356.00", "金卡");
        assertThat(resolve.remedies().waitingProperty().get()).isTrue();
        desk.model.finish();
        assertThat(desk.model.missing()).extracting(Point::field).contains("remedy.allowed");

        var approval = desk.office.remedies.waiting().getFirst();
        desk.office.remedies.approve(desk.office.lead, approval.id(), new Money(30000, "CNY"), "先退一部分");
        var allowed = resolve.remedies().items().getLast();
        assertThat(allowed.title()).isEqualTo("退款 ¥300.00");
        assertThat(allowed.approval()).contains("周岚", "¥300.00", "先退一部分");
        assertThat(allowed.canCarryOut()).isTrue();
        assertThat(resolve.remedies().waitingProperty().get()).isFalse();
    }

    @Test
    void aRequestThatIsDroppedWaitsNoLonger() {
        refund("500");
        desk.type(RemediesViewModel.REASON, "理由");
        resolve.remedies().propose();
        resolve.remedies().drop(resolve.remedies().items().getFirst().id());

        assertThat(resolve.remedies().items().getFirst().state()).isEqualTo("已撤回");
        assertThat(desk.office.remedies.waiting()).isEmpty();
    }

    @Test
    void whatIsNoAmountIsRefused() {
        refund("八十九");
        resolve.remedies().propose();

        assertThat(desk.said()).containsExactly("base.problem.not_an_amount");
        assertThat(desk.typed(RemediesViewModel.AMOUNT)).isEqualTo("八十九");
    }

    @Test
    void aTypeWithoutAmountTakesNone() {
        desk.type(RemediesViewModel.AMOUNT, "500");
        desk.type(RemediesViewModel.TYPE, "APOLOGY");
        assertThat(resolve.remedies().overProperty().get()).isFalse();
        assertThat(resolve.remedies().hasAmountProperty().get()).isFalse();
        resolve.remedies().propose();

        assertThat(desk.office.complaints.view(desk.subject.id()).remedies())
                .allMatch(remedy -> remedy.state() == RemedyState.ALLOWED && remedy.amountMinor() == 0);
    }

    @Test
    void investigationAndDecisionHaveTheirOwnTimes() {
        desk.type("investigation.findings", "照片清楚");
        desk.pass(10);
        desk.type("investigation.confirmed", "CONFIRMED");
        desk.pass(10);
        desk.type(ResolveViewModel.PLAN, "整箱退款");
        resolve.tell();
        desk.pass(10);

        var view = desk.office.complaints.view(desk.subject.id());
        assertThat(view.investigation().orElseThrow().endedAt()).isEqualTo(Instant.parse("2026-11-22T06:41:00Z"));
        assertThat(view.decision().orElseThrow().toldAt()).isEqualTo(Instant.parse("2026-11-22T06:51:00Z"));
        assertThat(resolve.toldAtProperty().get()).isEqualTo("14:51");
        assertThat(desk.model.stages()).extracting(stage -> stage.name() + " " + stage.time())
                .contains("调查 14:41", "决定 14:51");
    }

    @Test
    void whoDoesNotAgreeIsToldOfOtherWays() {
        desk.type(Map.of(
                "investigation.confirmed", "NOT_CONFIRMED", ResolveViewModel.PLAN, "说明原因", ResolveViewModel.TOLD, "true",
                ResolveViewModel.ANSWER, "REJECTED"));
        assertThat(resolve.needsNextStepProperty().get()).isTrue();
        desk.model.finish();
        assertThat(desk.model.missing()).extracting(Point::field).containsExactly("decision.next_step");

        desk.type("decision.next_step", "可申请第三方检测");
        desk.model.finish();
        assertThat(desk.model.stepProperty().get()).isEqualTo(ComplaintStep.FOLLOW_UP);
    }

    @Test
    void aPromiseIsMadeAndKept() {
        desk.type(Map.of(PromisesViewModel.TEXT, "回电告知结果", PromisesViewModel.DUE, "2026-11-22T07:00:00Z"));
        resolve.promises().make();

        var promise = resolve.promises().items().getFirst();
        assertThat(promise.due()).isEqualTo("今天 15:00 前");
        assertThat(desk.model.stageProperty().get().values()).containsEntry("promiseTime", "今天 15:00");
        assertThat(desk.typed(PromisesViewModel.TEXT)).isEmpty();

        resolve.promises().keep(promise.id());
        assertThat(resolve.promises().items().getFirst().isOpen()).isFalse();
    }

    @Test
    void anAgentCannotSettleWhatIsComplex(@TempDir Path folder) throws Exception {
        try (var complex = new ComplaintDesk(folder).classified()) {
            assertThat(complex.model.resolve().reservedProperty().get()).isTrue();
            complex.model.finish();

            assertThat(complex.said()).containsExactly("complaint.problem.complex");
            assertThat(complex.model.busyProperty().get()).isFalse();
        }
    }
}
