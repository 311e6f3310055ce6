package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Money;
import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.OfficeTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No step counts as done while one of its points is open; a refused step leaves no trace.
class ComplaintGatesTest extends OfficeTest {

    private Case subject;

    @BeforeEach
    void openCase() {
        subject = office.complaint(office.lead, null);
    }

    static Map<String, String> whole(ComplaintStep step) {
        var form = new HashMap<>(Office.filled(step));
        switch (step) {
            case RECORD -> {
                form.put("account.batch", "LB261018");
                form.put("account.not_known", "");
                form.put("account.contact_back", "13800002207");
            }
            case CLASSIFY -> form.put("assessment.override_reason", "");
            default -> {}
        }
        return form;
    }

    private Map<String, String> without(ComplaintStep step, String... fields) {
        var form = whole(step);
        for (var field : fields) {
            assertThat(form).containsKey(field);
            form.remove(field);
        }
        return form;
    }

    private void finish(ComplaintStep step, Map<String, String> form) {
        office.complaints.finish(office.lead, subject.id(), step, form);
    }

    private void finishUpTo(ComplaintStep last) {
        office.complaints.noteEmotion(office.lead, subject.id(), 3);
        for (var step : ComplaintStep.values()) {
            if (step.compareTo(last) <= 0) {
                finish(step, whole(step));
            }
        }
    }

    /// Refused with these points, without a trace in journal, records or clocks.
    private void open(ComplaintStep step, Map<String, String> form, String... points) {
        var before = office.complaints.view(subject.id());
        var clocks = office.clocks.of(subject.id());
        incomplete(List.of(points), () -> finish(step, form));
        assertThat(office.complaints.view(subject.id())).isEqualTo(before);
        assertThat(office.clocks.of(subject.id())).isEqualTo(clocks);
    }

    @ParameterizedTest
    @EnumSource(value = ComplaintStep.class, names = {"SOOTHE", "RECORD", "CLASSIFY", "RESOLVE"})
    void aWholeFormFinishesItsStep(ComplaintStep step) {
        office.complaints.noteEmotion(office.lead, subject.id(), 3);
        finish(step, whole(step));

        assertThat(office.complaints.doneSteps(subject.id())).containsExactly(step);
    }

    @Test
    void withoutAWordEveryPointOfAStepIsNamedInItsOrder() {
        open(ComplaintStep.SOOTHE, Map.of(), "emotion.noted", "soothing.empathy_shown", "soothing.apology_given");
        open(ComplaintStep.RECORD, Map.of(),
                "account.happened_at", "account.place", "account.people", "account.event", "account.expectation",
                "account.sku", "account.batch", "account.bought_from", "account.contact_back", "account.read_back",
                "account.acknowledged");
        open(ComplaintStep.CLASSIFY, Map.of(),
                "assessment.category", "assessment.harm", "assessment.severity", "assessment.department",
                "assessment.grade");
        open(ComplaintStep.RESOLVE, Map.of(),
                "investigation.confirmed", "decision.plan", "decision.told", "decision.answer");
        open(ComplaintStep.FOLLOW_UP, Map.of(),
                "follow_up.tried", "follow_up.satisfaction", "follow_up.root_cause", "follow_up.closing_code");
    }

    @Test
    void soothingNeedsAFeelingSympathyAndAnApology() {
        open(ComplaintStep.SOOTHE, whole(ComplaintStep.SOOTHE), "emotion.noted");
        office.complaints.noteEmotion(office.lead, subject.id(), 3);
        open(ComplaintStep.SOOTHE, without(ComplaintStep.SOOTHE, "soothing.empathy_shown"), "soothing.empathy_shown");
        open(ComplaintStep.SOOTHE, without(ComplaintStep.SOOTHE, "soothing.apology_given"), "soothing.apology_given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account.happened_at", "account.place", "account.people", "account.event", "account.expectation",
                "account.sku", "account.batch", "account.contact_back", "account.read_back", "account.acknowledged"
            })
    void theRecordNeedsEachOfItsPoints(String field) {
        open(ComplaintStep.RECORD, without(ComplaintStep.RECORD, field), field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account.happened_at", "account.place", "account.people", "account.expectation", "account.sku",
                "account.batch", "account.contact_back"
            })
    void whatTheCustomerDoesNotKnowIsMarkedSo(String field) {
        var form = without(ComplaintStep.RECORD, field);
        form.put("account.not_known", "account.storage," + field);
        finish(ComplaintStep.RECORD, form);

        assertThat(office.complaints.doneSteps(subject.id())).containsExactly(ComplaintStep.RECORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"account.event", "account.read_back", "account.acknowledged"})
    void whatWeKnowOurselvesIsNeverUnknown(String field) {
        var form = without(ComplaintStep.RECORD, field);
        form.put("account.not_known", field);

        open(ComplaintStep.RECORD, form, field);
    }

    @Test
    void shopOrOrderIsEnoughAndSoIsAKnownCustomerForCallingBack() {
        finish(ComplaintStep.RECORD, without(ComplaintStep.RECORD, "account.bought_from"));
        subject = office.complaint(office.lead, null);
        finish(ComplaintStep.RECORD, without(ComplaintStep.RECORD, "account.order_no"));
        subject = office.complaint(office.lead, null);
        open(ComplaintStep.RECORD, without(ComplaintStep.RECORD, "account.order_no", "account.bought_from"),
                "account.bought_from");
        subject = office.complaint(office.lead);
        finish(ComplaintStep.RECORD, without(ComplaintStep.RECORD, "account.contact_back"));
    }

    /// Severity, grade and department follow from the two.
    @Test
    void classifyingNeedsWhatOnlyAPersonKnows() {
        open(ComplaintStep.CLASSIFY, without(ComplaintStep.CLASSIFY, "assessment.category"), "assessment.category");
        open(ComplaintStep.CLASSIFY, Map.of("assessment.category", "food-safety/mould"), "assessment.harm");
        finish(ComplaintStep.CLASSIFY, Map.of("assessment.category", "food-safety/mould", "assessment.harm", "none"));
    }

    @Test
    void aSeverityOtherThanProposedNeedsItsReason() {
        var form = whole(ComplaintStep.CLASSIFY);
        form.put("assessment.severity", "S2");
        open(ComplaintStep.CLASSIFY, form, "assessment.override_reason");

        form.put("assessment.override_reason", "孩子只喝了一口，家长确认无碍");
        finish(ComplaintStep.CLASSIFY, form);
        assertThat(office.complaints.doneSteps(subject.id())).contains(ComplaintStep.CLASSIFY);
    }

    @Test
    void aComplexComplaintOfAnAgentMustBeOfferedToSomebodyWhoMaySettleIt() {
        subject = office.complaint(office.lin);
        var form = whole(ComplaintStep.CLASSIFY);
        open(ComplaintStep.CLASSIFY, form, "routing.fits");

        var toColleague = office.transfers.ask(
                office.lin, subject.id(), new Transfers.Offer(office.chen.id(), "T1", "complex", "请接手"));
        open(ComplaintStep.CLASSIFY, form, "routing.fits");
        office.transfers.withdraw(office.lin, toColleague);

        office.transfers.ask(office.lin, subject.id(), new Transfers.Offer(office.meng.id(), "T3", "complex", "请接手"));
        office.complaints.finish(office.lin, subject.id(), ComplaintStep.CLASSIFY, form);
        assertThat(office.complaints.doneSteps(subject.id())).containsExactly(ComplaintStep.CLASSIFY);
    }

    @Test
    void anOfferToAWholeTeamIsARouteToo() {
        subject = office.complaint(office.lin);
        office.transfers.ask(office.lin, subject.id(), new Transfers.Offer(null, "T3", "complex", "请接手"));

        office.complaints.finish(office.lin, subject.id(), ComplaintStep.CLASSIFY, whole(ComplaintStep.CLASSIFY));
        assertThat(office.complaints.doneSteps(subject.id())).containsExactly(ComplaintStep.CLASSIFY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"investigation.confirmed", "decision.plan", "decision.told", "decision.answer"})
    void resolvingNeedsEachOfItsPoints(String field) {
        open(ComplaintStep.RESOLVE, without(ComplaintStep.RESOLVE, field), field);
    }

    @ParameterizedTest
    @CsvSource({"REJECTED", "SILENT"})
    void whoDoesNotAgreeIsToldANextStep(String answer) {
        var form = whole(ComplaintStep.RESOLVE);
        form.put("decision.answer", answer);
        open(ComplaintStep.RESOLVE, form, "decision.next_step");

        form.put("decision.next_step", "可向消费者协会申请调解");
        finish(ComplaintStep.RESOLVE, form);
    }

    private Remedy propose(long minor, boolean isDated) {
        return office.remedies.propose(office.lead, subject.id(), new Remedies.Proposal(
                "REFUND", new Money(minor, "CNY"), "退款", null, null, isDated ? office.in(60) : null, "整箱变质"));
    }

    @Test
    void aRemedyMustBeDatedDoneOrDroppedBeforeThePlanStands() {
        var undated = propose(1000, false);
        open(ComplaintStep.RESOLVE, whole(ComplaintStep.RESOLVE), "remedy.settled");
        office.remedies.drop(office.lead, undated.id());
        propose(1000, true);

        finish(ComplaintStep.RESOLVE, whole(ComplaintStep.RESOLVE));
    }

    @Test
    void aRemedyThatWaitsForApprovalOrWasRefusedHoldsUpThePlan() {
        var waiting = propose(500_000, true);
        open(ComplaintStep.RESOLVE, whole(ComplaintStep.RESOLVE), "remedy.allowed", "remedy.settled");
        office.remedies.refuse(RemediesTest.MANAGER, office.remedies.waiting().getFirst().id(), "金额过高");
        open(ComplaintStep.RESOLVE, whole(ComplaintStep.RESOLVE), "remedy.settled");
        office.remedies.drop(office.lead, waiting.id());

        finish(ComplaintStep.RESOLVE, whole(ComplaintStep.RESOLVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow_up.root_cause", "follow_up.closing_code", "follow_up.satisfaction"})
    void followingUpNeedsEachOfItsPoints(String field) {
        office.followUps.reached(office.lead, subject.id(), null);

        open(ComplaintStep.FOLLOW_UP, without(ComplaintStep.FOLLOW_UP, field), field);
    }

    @Test
    void aReasonForNoRatingIsAsGoodAsARating() {
        office.followUps.reached(office.lead, subject.id(), null);
        var form = without(ComplaintStep.FOLLOW_UP, "follow_up.satisfaction");
        form.put("follow_up.no_rating", "declined");

        finish(ComplaintStep.FOLLOW_UP, form);
    }

    @Test
    void theCustomerIsReachedOnceOrTriedThreeTimes() {
        for (var missed = 0; missed < 3; missed++) {
            open(ComplaintStep.FOLLOW_UP, whole(ComplaintStep.FOLLOW_UP), "follow_up.tried");
            office.followUps.notReached(office.lead, subject.id(), "no-answer", null);
        }
        finish(ComplaintStep.FOLLOW_UP, whole(ComplaintStep.FOLLOW_UP));
    }

    @Test
    void remediesMustBeDoneTasksAnsweredAndTheCustomerAskedWhetherItCame() {
        var remedy = propose(1000, true);
        var task = office.tasks.ask(office.lead, subject.id(), "quality", "查留样", office.in(60));
        office.followUps.reached(office.lead, subject.id(), null);

        open(ComplaintStep.FOLLOW_UP, without(ComplaintStep.FOLLOW_UP, "follow_up.received"),
                "remedy.done", "task.answered", "follow_up.received");
        office.remedies.carryOut(office.lead, remedy.id(), "流水 1");
        open(ComplaintStep.FOLLOW_UP, whole(ComplaintStep.FOLLOW_UP), "task.answered");
        office.tasks.answer(office.lead, task, "正常");
        finish(ComplaintStep.FOLLOW_UP, whole(ComplaintStep.FOLLOW_UP));
    }

    @Test
    void whereNothingWasDueNobodyIsAskedWhetherItCame() {
        office.followUps.reached(office.lead, subject.id(), null);

        finish(ComplaintStep.FOLLOW_UP, without(ComplaintStep.FOLLOW_UP, "follow_up.received"));
    }

    @Test
    void closingJudgesEveryStep() {
        office.followUps.reached(office.lead, subject.id(), null);
        for (var missing : List.of(
                ComplaintStep.SOOTHE, ComplaintStep.RECORD, ComplaintStep.CLASSIFY, ComplaintStep.RESOLVE)) {
            var first = office.complaints.openPoints(subject.id(), Map.of()).get(missing).getFirst();
            var problem = (dev.calmdesk.base.Problem.Incomplete) refused("gate.problem.open", () ->
                    office.complaints.close(office.lead, subject.id(), whole(ComplaintStep.FOLLOW_UP)));
            assertThat(problem.points()).contains(first);
            office.complaints.noteEmotion(office.lead, subject.id(), 2);
            finish(missing, whole(missing));
        }

        assertThat(office.complaints.close(office.lead, subject.id(), whole(ComplaintStep.FOLLOW_UP)).state())
                .isEqualTo(CaseState.CLOSED);
    }

    @Test
    void openPointsAreWhatFinishingWouldName() {
        for (var step : ComplaintStep.values()) {
            var points = office.complaints.openPoints(subject.id(), Map.of()).get(step).stream()
                    .map(Point::field)
                    .toList();
            open(step, Map.of(), points.toArray(String[]::new));
        }
        office.followUps.reached(office.lead, subject.id(), null);
        office.complaints.noteEmotion(office.lead, subject.id(), 2);
        var forms = new HashMap<String, String>();
        for (var step : ComplaintStep.values()) {
            forms.putAll(whole(step));
        }
        assertThat(office.complaints.openPoints(subject.id(), forms).values()).allMatch(List::isEmpty);
        assertThat(office.complaints.doneSteps(subject.id())).as("nothing is kept by asking").isEmpty();
    }

    @Test
    void openPointsOfPartOfAFormAreJudgedTogetherWithTheRecord() {
        finishUpTo(ComplaintStep.CLASSIFY);

        var open = new ArrayList<>(office.complaints
                .openPoints(subject.id(), Map.of("assessment.people", "several"))
                .get(ComplaintStep.CLASSIFY));
        assertThat(open).isEmpty();
        assertThat(office.complaints
                        .openPoints(subject.id(), Map.of("assessment.severity", "S3"))
                        .get(ComplaintStep.CLASSIFY))
                .extracting(Point::field)
                .containsExactly("assessment.override_reason");
    }

    @Test
    void anEntryThatCannotBeReadIsNamedAndNothingIsWritten() {
        var form = whole(ComplaintStep.CLASSIFY);
        form.put("assessment.severity", "S9");

        refused("gate.problem.unreadable", () -> finish(ComplaintStep.CLASSIFY, form));
    }
}
