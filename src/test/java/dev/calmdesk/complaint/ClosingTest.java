package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseList;
import dev.calmdesk.cases.CaseList.View;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.clock.Clock;
import dev.calmdesk.clock.ClockState.Phase;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.OfficeTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How a complaint ends, and how it begins again.
class ClosingTest extends OfficeTest {

    private static final List<ComplaintStep> BEFORE_THE_LAST =
            List.of(ComplaintStep.SOOTHE, ComplaintStep.RECORD, ComplaintStep.CLASSIFY, ComplaintStep.RESOLVE);

    private final Complaints complaints = office.complaints;

    /// Everything is done but the last word.
    private Case ready(Actor owner) {
        var subject = office.complaint(owner);
        complaints.noteEmotion(owner, subject.id(), 2);
        BEFORE_THE_LAST.forEach(step -> complaints.finish(owner, subject.id(), step, Office.filled(step)));
        office.followUps.reached(owner, subject.id(), null);
        return office.cases.find(subject.id()).orElseThrow();
    }

    private Case close(Actor by, Case subject) {
        return complaints.close(by, subject.id(), Office.filled(ComplaintStep.FOLLOW_UP));
    }

    private Case closed() {
        return close(office.meng, ready(office.meng));
    }

    @Test
    void theOwnerOrALeadClosesAndNobodyElse() {
        var ofMeng = ready(office.meng);
        var another = new Actor(office.ids.next(), "8052", "x", office.meng.roles(), "T3");
        refused("cases.problem.not_responsible", () -> close(another, ofMeng));
        refused("people.problem.not_allowed", () -> close(office.quality, ofMeng));

        assertThat(close(office.meng, ofMeng).state()).isEqualTo(CaseState.CLOSED);
        assertThat(close(office.lead, ready(office.meng)).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void aClosedComplaintTakesNothingMore() {
        var subject = closed();
        var id = subject.id();

        refused("cases.problem.not_open", () -> close(office.meng, subject));
        refused("cases.problem.not_open", () -> complaints.noteEmotion(office.meng, id, 1));
        refused("cases.problem.not_open", () -> complaints.finish(office.meng, id, ComplaintStep.SOOTHE, Map.of()));
        refused("cases.problem.not_open", () -> complaints.keep(office.meng, id, ComplaintStep.SOOTHE, Map.of()));
        refused("cases.problem.not_open", () -> office.followUps.reached(office.meng, id, null));
        refused("cases.problem.not_open", () -> office.tasks.ask(office.meng, id, "quality", "x", office.in(1)));
        refused("cases.problem.not_open", () -> office.promises.make(office.meng, id, "x", office.in(1)));
    }

    @Test
    void anOfferNobodyAnsweredEndsWithTheCaseAndDoesNotComeBack() {
        var subject = ready(office.meng);
        var offer = new Transfers.Offer(null, "T1", "complex", "请接手");
        var offered = office.transfers.ask(office.meng, subject.id(), offer);
        close(office.meng, subject);
        complaints.reopen(office.meng, subject.id(), "客户又来电");

        assertThat(office.transfers.waiting(subject.id())).isEmpty();
        assertThat(office.transfers.offeredTo(office.chen)).isEmpty();
        refused("cases.problem.transfer_answered", () -> office.transfers.accept(office.chen, offered));
    }

    @Test
    void leavingTheContactAfterClosingChangesNothingMore() {
        var subject = closed();
        var draft = office.drafts.unfinished(office.meng.id()).getFirst();
        complaints.leave(office.meng, draft.id(), Map.of("account.event", "别的"));

        assertThat(complaints.view(subject.id()).account().orElseThrow().event()).isNotEqualTo("别的");
        assertThat(acts(subject.id())).last().isEqualTo("contact.finished");
    }

    @Test
    void aPlanThatWasOnlyKeptIsSettledWhenTheCaseIsClosed() {
        var subject = office.complaint(office.meng);
        complaints.noteEmotion(office.meng, subject.id(), 2);
        for (var step : BEFORE_THE_LAST) {
            complaints.keep(office.meng, subject.id(), step, Office.filled(step));
        }
        office.followUps.reached(office.meng, subject.id(), null);
        office.pass(10);
        var closed = close(office.meng, subject);

        assertThat(closed.resolvedAt()).isEqualTo(office.clock.instant());
        assertThat(closed.step()).isEqualTo("follow_up");
        assertThat(phase(subject.id(), "complaint-settled")).isEqualTo(Phase.MET);
        assertThat(office.clocks.open(subject.id())).isEmpty();
    }

    @Test
    void closingStopsEveryClock() {
        var subject = closed();

        assertThat(office.clocks.open(subject.id())).isEmpty();
        assertThat(office.clocks.of(subject.id())).allMatch(clock -> office.clocks.state(clock).phase() == Phase.MET);
        assertThat(office.cases.row(subject.id()).orElseThrow().dueAt()).isNull();
    }

    @Test
    void reopeningCountsUpTellsWhyAndGoesBackToTheSolution() {
        var subject = closed();
        office.pass(60);
        refused("complaint.problem.reopen_without_reason", () -> complaints.reopen(office.meng, subject.id(), " "));
        refused("people.problem.not_allowed", () -> complaints.reopen(office.admin, subject.id(), "退款没有到账"));
        var open = complaints.reopen(office.meng, subject.id(), "退款没有到账");

        assertThat(open)
                .extracting(Case::state, Case::step, Case::closedAt, Case::closingCode, Case::reopened)
                .containsExactly(CaseState.OPEN, "resolve", null, null, 1);
        assertThat(open.resolvedAt()).as("the first solution keeps its time").isEqualTo(subject.resolvedAt());
        assertThat(office.cases.notes(subject.id())).last().satisfies(note ->
                assertThat(note.text()).isEqualTo("退款没有到账"));
        assertThat(acts(subject.id())).endsWith("note.added", "case.reopened", "clock.started");
        refused("complaint.problem.not_closed", () -> complaints.reopen(office.meng, subject.id(), "x"));
    }

    @Test
    void aReopenedComplaintGetsANewTimeLimitAndTheFirstKeepsItsResult() {
        var subject = closed();
        var first = clock(subject.id(), "complaint-settled");
        office.clock.advance(Duration.ofDays(5));
        complaints.reopen(office.meng, subject.id(), "退款没有到账");

        var settled = office.clocks.of(subject.id()).stream()
                .filter(clock -> clock.limitCode().equals("complaint-settled"))
                .toList();
        assertThat(settled).hasSize(2).first().isEqualTo(first);
        assertThat(office.clocks.state(settled.getFirst()).phase()).isEqualTo(Phase.MET);
        assertThat(settled.getLast().startedAt()).isEqualTo(office.clock.instant());
        assertThat(office.clocks.open(subject.id())).containsExactly(settled.getLast());
        assertThat(office.cases.page(CaseList.of(View.MINE), office.meng, null, 10))
                .extracting(row -> row.dueAt())
                .containsExactly(settled.getLast().dueAt());
    }

    @Test
    void theNewSolutionOfAReopenedComplaintIsFollowedUpAnew() {
        var subject = closed();
        office.clock.advance(Duration.ofDays(5));
        complaints.reopen(office.meng, subject.id(), "退款没有到账");
        office.pass(30);
        complaints.finish(office.meng, subject.id(), ComplaintStep.RESOLVE, Map.of("decision.plan", "改为转账"));

        var again = clock(subject.id(), "follow-up-first");
        assertThat(again.startedAt()).isEqualTo(office.clock.instant());
        assertThat(again.isOpen()).isTrue();
        assertThat(complaints.view(subject.id()).followUp().orElseThrow().dueAt()).isEqualTo(again.dueAt());
        assertThat(phase(subject.id(), "complaint-settled")).isEqualTo(Phase.MET);
    }

    @Test
    void aComplaintIsReopenedAsOftenAsTheCustomerComesBack() {
        var subject = closed();
        for (var i = 1; i <= 3; i++) {
            complaints.reopen(office.meng, subject.id(), "又来了");
            office.pass(5);
            assertThat(close(office.meng, subject).reopened()).isEqualTo(i);
        }
        assertThat(office.clocks.of(subject.id()).stream().filter(clock -> clock.limitCode().equals("complaint-settled")))
                .hasSize(4)
                .extracting(Clock::metAt)
                .doesNotContainNull();
    }

    @Test
    void aVoidComplaintIsNotReopened() {
        var subject = office.complaint(office.lin);
        office.cases.makeVoid(office.lin, subject.id(), "duplicate");

        refused("complaint.problem.not_closed", () -> complaints.reopen(office.lead, subject.id(), "x"));
    }

    @Test
    void aContactAboutAVoidCaseHadNothingToSolve() {
        var subject = office.complaint(office.lin);
        office.cases.makeVoid(office.lin, subject.id(), "duplicate");
        complaints.leave(office.lin, office.drafts.unfinished(office.lin.id()).getFirst().id(), Map.of());

        assertThat(office.contacts.of(office.zhou.id(), 1).getFirst().solvedAtFirst()).isNull();
    }
}
