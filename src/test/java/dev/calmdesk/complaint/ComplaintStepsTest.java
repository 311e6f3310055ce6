package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Case;
import dev.calmdesk.clock.ClockState.Phase;
import dev.calmdesk.complaint.Account.ReadBack;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.OfficeTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The five steps in real life: in any order, left half done, corrected later, asked of a department, tried again.
class ComplaintStepsTest extends OfficeTest {

    private final Complaints complaints = office.complaints;
    private Case subject;

    @BeforeEach
    void openCase() {
        subject = office.complaint(office.lead);
        complaints.noteEmotion(office.lead, subject.id(), 3);
    }

    private Case finish(ComplaintStep step) {
        return complaints.finish(office.lead, subject.id(), step, Office.filled(step));
    }

    private Case now() {
        return office.cases.find(subject.id()).orElseThrow();
    }

    @Test
    void stepsAreFinishedInAnyOrder() {
        var random = new Random(4);
        for (var i = 0; i < 6; i++) {
            subject = office.complaint(office.lead);
            complaints.noteEmotion(office.lead, subject.id(), 3);
            office.followUps.reached(office.lead, subject.id(), null);
            var order = new ArrayList<>(List.of(ComplaintStep.values()));
            Collections.shuffle(order, random);
            order.forEach(this::finish);

            assertThat(complaints.doneSteps(subject.id())).as(order.toString()).containsExactly(ComplaintStep.values());
            assertThat(complaints.close(office.lead, subject.id(), Map.of()).step()).isEqualTo("follow_up");
            assertThat(office.clocks.of(subject.id())).allMatch(clock ->
                    office.clocks.state(clock).phase() == Phase.MET || clock.limitCode().startsWith("follow-up"));
        }
    }

    @Test
    void theCaseMovesOnOnlyFromTheStepAtWhichItStands() {
        assertThat(finish(ComplaintStep.RECORD).step()).isEqualTo("soothe");
        assertThat(finish(ComplaintStep.SOOTHE).step()).isEqualTo("record");
        assertThat(finish(ComplaintStep.RECORD).step()).isEqualTo("classify");
        assertThat(finish(ComplaintStep.SOOTHE).step()).as("revisited").isEqualTo("classify");
        assertThat(finish(ComplaintStep.CLASSIFY).step()).isEqualTo("resolve");
        assertThat(finish(ComplaintStep.RESOLVE).step()).isEqualTo("follow_up");
    }

    @Test
    void finishingAStepLeavesTheFieldsOfOthersAlone() {
        complaints.finish(office.lead, subject.id(), ComplaintStep.SOOTHE, Map.of(
                "soothing.empathy_shown", "true", "soothing.apology_given", "true", "account.event", "发酸",
                "new_remedy.amount", "20"));

        assertThat(complaints.view(subject.id()).account()).isEmpty();
    }

    @Test
    void aStepRevisitedIsCorrectedAndKeepsTheTimesOfItsStages() {
        finish(ComplaintStep.RECORD);
        var first = complaints.view(subject.id()).account().orElseThrow();
        office.pass(30);
        complaints.finish(office.lead, subject.id(), ComplaintStep.RECORD, Map.of(
                "account.people", "本人、6 岁女儿", "account.read_back", "CORRECTED", "account.batch", "LB261018",
                "account.not_known", ""));
        var corrected = complaints.view(subject.id()).account().orElseThrow();

        assertThat(corrected)
                .extracting(Account::people, Account::readBack, Account::batch, Account::notKnown, Account::event)
                .containsExactly("本人、6 岁女儿", ReadBack.CORRECTED, "LB261018", List.of(), first.event());
        assertThat(corrected.acknowledgedAt()).isEqualTo(first.acknowledgedAt());
        assertThat(corrected.readBackAt()).isEqualTo(first.readBackAt());
        assertThat(corrected.doneAt()).isEqualTo(office.clock.instant());
        assertThat(now().batch()).isEqualTo("LB261018");
        assertThat(acts(subject.id()).stream().filter("account.finished"::equals)).hasSize(2);
    }

    @Test
    void tickingAnAcknowledgementOffAndOnAgainDoesNotMoveItsTime() {
        complaints.keep(office.lead, subject.id(), ComplaintStep.RECORD, Map.of("account.acknowledged", "true"));
        var first = office.clock.instant();
        office.pass(5);
        complaints.keep(office.lead, subject.id(), ComplaintStep.RECORD, Map.of("account.acknowledged", "false"));
        office.pass(5);
        complaints.keep(office.lead, subject.id(), ComplaintStep.RECORD, Map.of("account.acknowledged", "true"));

        assertThat(complaints.view(subject.id()).account().orElseThrow().acknowledgedAt()).isEqualTo(first);
        assertThat(clock(subject.id(), "acknowledge-online").metAt()).isEqualTo(first);
    }

    @Test
    void keepingTheSameAgainLeavesNoTrace() {
        complaints.keep(office.lead, subject.id(), ComplaintStep.RECORD, Map.of("account.event", "发酸"));
        var before = entries();
        office.pass(1);
        complaints.keep(office.lead, subject.id(), ComplaintStep.RECORD, Map.of("account.event", "发酸"));
        complaints.keep(office.lead, subject.id(), ComplaintStep.RECORD, complaints.form(subject.id()));

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void leavingKeepsEverythingThatWasTypedInEveryStep() {
        var draft = office.drafts.unfinished(office.lead.id()).getFirst();
        complaints.leave(office.lead, draft.id(), Map.of(
                "soothing.remark", "客户赶车", "account.event", "发酸", "assessment.harm", "none",
                "investigation.findings", "待查", "decision.plan", "退款", "follow_up.lesson", "早回电"));

        var view = complaints.view(subject.id());
        assertThat(view.soothing().orElseThrow().remark()).isEqualTo("客户赶车");
        assertThat(view.account().orElseThrow().event()).isEqualTo("发酸");
        assertThat(view.assessment().orElseThrow().harm()).isEqualTo("none");
        assertThat(view.investigation().orElseThrow().findings()).isEqualTo("待查");
        assertThat(view.decision().orElseThrow().plan()).isEqualTo("退款");
        assertThat(view.followUp().orElseThrow().lesson()).isEqualTo("早回电");
        assertThat(now().isOpen()).isTrue();
        assertThat(complaints.doneSteps(subject.id())).isEmpty();
        assertThat(office.drafts.find(draft.id())).isEmpty();
    }

    @Test
    void theTitleIsTheBeginningOfTheStoryAndCutsNoSignInHalf() {
        complaints.keep(office.lead, subject.id(), ComplaintStep.RECORD, Map.of("account.event", "😀".repeat(50) + "\n第二行"));
        assertThat(now().title()).isEqualTo("😀".repeat(40) + "…");

        complaints.keep(office.lead, subject.id(), ComplaintStep.RECORD, Map.of("account.event", "酸".repeat(40) + "\n第二行"));
        assertThat(now().title()).isEqualTo("酸".repeat(40));
    }

    @Test
    void aTaskStartsTheInvestigationAndIsAnsweredOnce() {
        refused("complaint.problem.empty_task", () -> office.tasks.ask(office.lead, subject.id(), "quality", " ", office.in(9)));
        refused("complaint.problem.task_in_past", () -> office.tasks.ask(office.lead, subject.id(), "quality", "查", office.in(0)));
        var task = office.tasks.ask(office.lead, subject.id(), "quality", " 查留样 ", office.in(60));
        var started = office.clock.instant();
        office.pass(10);
        office.tasks.ask(office.lead, subject.id(), "logistics", "查温控", office.in(60));
        refused("complaint.problem.empty_finding", () -> office.tasks.answer(office.lead, task, " "));
        office.tasks.answer(office.lead, task, "正常");
        refused("complaint.problem.task_answered", () -> office.tasks.answer(office.lead, task, "异常"));

        assertThat(complaints.view(subject.id()).investigation().orElseThrow().startedAt()).isEqualTo(started);
        assertThat(complaints.view(subject.id()).tasks())
                .extracting(DepartmentTask::ask, DepartmentTask::finding, DepartmentTask::isOpen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("查留样", "正常", false),
                        org.assertj.core.groups.Tuple.tuple("查温控", null, true));
    }

    @Test
    void theInvestigationEndsWithItsFirstFindingWhateverIsCorrectedLater() {
        finish(ComplaintStep.CLASSIFY);
        office.pass(30);
        complaints.keep(office.lead, subject.id(), ComplaintStep.RESOLVE, Map.of("investigation.confirmed", "UNDECIDED"));
        var ended = office.clock.instant();
        office.pass(30);
        complaints.keep(office.lead, subject.id(), ComplaintStep.RESOLVE, Map.of("investigation.confirmed", "CONFIRMED"));

        assertThat(complaints.view(subject.id()).investigation().orElseThrow().endedAt()).isEqualTo(ended);
        assertThat(clock(subject.id(), "investigate").metAt()).isEqualTo(ended);
    }

    @Test
    void whoWasToldBeforeTheFindingIsNotWaitedForAgain() {
        finish(ComplaintStep.CLASSIFY);
        complaints.keep(office.lead, subject.id(), ComplaintStep.RESOLVE, Map.of("decision.told", "true"));
        office.pass(30);
        finish(ComplaintStep.RESOLVE);

        assertThat(office.clocks.open(subject.id())).extracting(clock -> clock.limitCode()).doesNotContain("tell-decision");
    }

    @Test
    void correctingThePlanAfterTheFollowUpAsksForNoOtherCall() {
        finish(ComplaintStep.RESOLVE);
        office.pass(60);
        office.followUps.reached(office.lead, subject.id(), null);
        office.pass(60);
        complaints.finish(office.lead, subject.id(), ComplaintStep.RESOLVE, Map.of("decision.reason", "确认属于运输问题"));

        assertThat(office.clocks.open(subject.id())).extracting(clock -> clock.limitCode()).doesNotContain("follow-up-first");
    }

    @Test
    void everyTryToReachTheCustomerIsNotedAndTheFirstOneMeetsTheLimit() {
        finish(ComplaintStep.RESOLVE);
        office.pass(60);
        refused("complaint.problem.try_without_reason", () ->
                office.followUps.notReached(office.lead, subject.id(), " ", null));
        office.followUps.notReached(office.lead, subject.id(), "no-answer", "晚上再打");
        var first = office.clock.instant();
        office.pass(300);
        office.followUps.reached(office.lead, subject.id(), null);

        assertThat(clock(subject.id(), "follow-up-first").metAt()).isEqualTo(first);
        assertThat(complaints.view(subject.id()).tries())
                .extracting(FollowUpTry::reached, FollowUpTry::notReached, FollowUpTry::remark)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, "no-answer", "晚上再打"),
                        org.assertj.core.groups.Tuple.tuple(true, null, null));
    }

    @Test
    void aComplaintByMailIsAcknowledgedWithinADay() {
        var draft = office.drafts.begin(office.lin, Channel.EMAIL, Touchpoint.LETTER, Direction.IN, "zhou@example.com");
        subject = complaints.open(office.lin, draft.id());
        complaints.keep(office.lin, subject.id(), ComplaintStep.RECORD, Map.of("account.acknowledged", "true"));

        assertThat(office.clocks.of(subject.id()))
                .extracting(clock -> clock.limitCode())
                .contains("acknowledge-mail")
                .doesNotContain("acknowledge-online");
        assertThat(phase(subject.id(), "acknowledge-mail")).isEqualTo(Phase.MET);
    }

    @Test
    void aContactBecomesOneCaseOnly() {
        var draft = office.drafts.unfinished(office.lead.id()).getFirst();
        refused("contact.problem.has_case", () -> complaints.open(office.lead, draft.id()));
        refused("contact.problem.has_case", () -> office.inquiries.open(office.lead, draft.id()));
        var work = office.drafts.openOn(office.meng, subject.id(), "COMPLAINT", "resolve", null);
        refused("contact.problem.has_case", () -> complaints.open(office.meng, work.id()));
    }

    @Test
    void complaintsAboutABatchOfTheLastFourteenDaysAreFoundTheNewestFirst() {
        var batch = "LB261018";
        var first = withBatch("lb261018");
        office.clock.advance(Duration.ofDays(1));
        var second = withBatch(batch);
        var voided = withBatch(batch);
        office.cases.makeVoid(office.lead, voided.id(), "duplicate");
        withBatch("LB261019");
        office.clock.set(first.openedAt().plus(Duration.ofDays(14)));
        var third = withBatch(batch);

        assertThat(complaints.sameBatch(batch, third.id())).containsExactly(second.number(), first.number());
        assertThat(complaints.sameBatch(batch, second.id())).containsExactly(third.number(), first.number());
        office.clock.advance(Duration.ofMillis(1));
        assertThat(complaints.sameBatch(batch, third.id())).containsExactly(second.number());
        assertThat(complaints.sameBatch("", third.id())).isEmpty();
    }

    private Case withBatch(String batch) {
        var opened = office.complaint(office.lead);
        complaints.keep(office.lead, opened.id(), ComplaintStep.RECORD, Map.of("account.batch", batch));
        return opened;
    }

    @Test
    void whoDoesNotServeCustomersTakesNoComplaintAnywhere() {
        var draft = office.drafts.begin(office.admin, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, null);
        refused("people.problem.not_allowed", () -> complaints.open(office.admin, draft.id()));
        refused("people.problem.not_allowed", () -> complaints.noteEmotion(office.admin, subject.id(), 3));
        refused("people.problem.not_allowed", () ->
                complaints.keep(office.admin, subject.id(), ComplaintStep.RECORD, Map.of("account.event", "x")));
        refused("people.problem.not_allowed", () ->
                complaints.finish(office.quality, subject.id(), ComplaintStep.SOOTHE, Office.filled(ComplaintStep.SOOTHE)));
        refused("people.problem.not_allowed", () ->
                office.tasks.ask(office.admin, subject.id(), "quality", "查留样", office.in(9)));
        refused("people.problem.not_allowed", () -> office.followUps.reached(office.admin, subject.id(), null));
    }
}
