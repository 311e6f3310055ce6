package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Money;
import dev.calmdesk.cases.Case;
import dev.calmdesk.clock.ClockState.Phase;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.OfficeTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Authority of the shipped pack, in one case: agent 300 (coupons 50), specialist 1000 (100), lead 3000 (200), manager
/// 20000 (500).
class RemediesTest extends OfficeTest {

    static final Actor MANAGER = new Actor(new UUID(7, 7), "8201", "顾总", Set.of(Role.MANAGER), "");

    private final Remedies remedies = office.remedies;
    private Case subject;

    @BeforeEach
    void openCase() {
        subject = office.complaint(office.lin);
    }

    private static Money yuan(long yuan) {
        return new Money(yuan * 100, "CNY");
    }

    private static Remedies.Proposal proposal(String type, long yuan, String reason) {
        return new Remedies.Proposal(type, yuan(yuan), " 退款到原账户 ", "先行退款规则", "quality", null, reason);
    }

    private Remedy propose(Actor by, String type, long yuan) {
        return remedies.propose(by, subject.id(), proposal(type, yuan, "整箱变质"));
    }

    private Remedy propose(long yuan) {
        return propose(office.lin, "REFUND", yuan);
    }

    private Remedy now(Remedy remedy) {
        return office.complaints.view(subject.id()).remedies().stream()
                .filter(each -> each.id().equals(remedy.id()))
                .findFirst()
                .orElseThrow();
    }

    private Approval approval() {
        return office.complaints.view(subject.id()).approvals().getLast();
    }

    @Test
    void withinAuthorityARemedyIsAllowedAtOnceToTheLastFen() {
        var remedy = propose(300);

        assertThat(remedy.state()).isEqualTo(RemedyState.ALLOWED);
        assertThat(remedy.terms()).isEqualTo("退款到原账户");
        assertThat(remedy.proposedAt()).isEqualTo(office.clock.instant());
        assertThat(office.complaints.view(subject.id()).approvals()).isEmpty();
        assertThat(remedies.waiting()).isEmpty();
    }

    @Test
    void aFenMoreWaitsForSomebodyWithMore() {
        var remedy = remedies.propose(office.lin, subject.id(), new Remedies.Proposal(
                "REFUND", new Money(30_001, "CNY"), "退款", null, null, null, "整箱变质"));

        assertThat(remedy.state()).isEqualTo(RemedyState.WAITING);
        assertThat(approval())
                .extracting(Approval::state, Approval::amountMinor, Approval::askedBy, Approval::reason, Approval::remedyId)
                .containsExactly(ApprovalState.ASKED, 30_001L, office.lin.id(), "整箱变质", remedy.id());
        assertThat(remedies.waiting()).extracting(Approval::remedyId).containsExactly(remedy.id());
    }

    @Test
    void aRequestNeedsItsReasonAndARemedyItsTypeAndAmount() {
        refused("complaint.problem.approval_without_reason", () ->
                remedies.propose(office.lin, subject.id(), proposal("REFUND", 301, " ")));
        refused("complaint.problem.remedy_without_amount", () -> propose(0));
        refused("complaint.problem.remedy_type", () -> propose(office.lin, "CAKE", 1));
        assertThat(propose(office.lin, "APOLOGY", 0).state()).isEqualTo(RemedyState.ALLOWED);
    }

    @Test
    void severalRemediesOfACaseCountTogether() {
        propose(200);
        assertThat(remedies.authorityLeft(office.lin, subject.id(), "REFUND", "CNY")).isEqualTo(10_000);
        propose(office.lin, "COMPENSATION", 100);
        assertThat(remedies.authorityLeft(office.lin, subject.id(), "REFUND", "CNY")).isZero();

        assertThat(propose(1).state()).isEqualTo(RemedyState.WAITING);
        subject = office.complaint(office.lin);
        assertThat(propose(300).state()).as("another case").isEqualTo(RemedyState.ALLOWED);
    }

    @Test
    void whatWaitsWasRefusedOrDroppedDoesNotCount() {
        propose(400);
        var dropped = propose(300);
        remedies.drop(office.lin, dropped.id());
        remedies.refuse(office.lead, remedies.waiting().getFirst().id(), "先查明");

        assertThat(propose(300).state()).isEqualTo(RemedyState.ALLOWED);
    }

    @Test
    void couponsHaveALimitOfTheirOwn() {
        assertThat(remedies.authorityLeft(office.lin, subject.id(), "COUPON", "CNY")).isEqualTo(5_000);
        assertThat(propose(office.lin, "COUPON", 30).state()).isEqualTo(RemedyState.ALLOWED);
        assertThat(remedies.authorityLeft(office.lin, subject.id(), "COUPON", "CNY")).isEqualTo(2_000);
        assertThat(propose(office.lin, "COUPON", 21).state()).isEqualTo(RemedyState.WAITING);
        assertThat(propose(office.lin, "COUPON", 20).state()).isEqualTo(RemedyState.ALLOWED);
    }

    @Test
    void otherRemediesDoNotUseUpTheLimitForCoupons() {
        propose(200);

        assertThat(remedies.authorityLeft(office.lin, subject.id(), "COUPON", "CNY")).isEqualTo(5_000);
        assertThat(propose(office.lin, "COUPON", 50).state()).isEqualTo(RemedyState.ALLOWED);
    }

    @Test
    void couponsUseUpTheLimitForAll() {
        propose(office.lin, "COUPON", 50);
        assertThat(remedies.authorityLeft(office.lin, subject.id(), "REFUND", "CNY")).isEqualTo(25_000);
        propose(250);

        assertThat(remedies.authorityLeft(office.lin, subject.id(), "COUPON", "CNY")).isZero();
        assertThat(propose(office.lin, "COUPON", 1).state()).isEqualTo(RemedyState.WAITING);
    }

    @Test
    void aLeadAllowsWhatWasAskedFor() {
        var remedy = propose(356);
        office.pass(5);
        remedies.approve(office.lead, approval().id(), yuan(356), "同意");

        assertThat(now(remedy).state()).isEqualTo(RemedyState.ALLOWED);
        assertThat(now(remedy).amountMinor()).isEqualTo(35_600);
        assertThat(approval())
                .extracting(
                        Approval::state, Approval::allowedMinor, Approval::decidedBy, Approval::decidedAt, Approval::remark)
                .containsExactly(ApprovalState.APPROVED, 35_600L, office.lead.id(), office.clock.instant(), "同意");
        assertThat(remedies.waiting()).isEmpty();
    }

    @Test
    void aLeadMayAllowLessAndNeverMore() {
        var remedy = propose(356);
        refused("complaint.problem.more_than_asked", () ->
                remedies.approve(office.lead, approval().id(), yuan(357), null));
        refused("complaint.problem.remedy_without_amount", () ->
                remedies.approve(office.lead, approval().id(), yuan(0), null));
        remedies.approve(office.lead, approval().id(), yuan(300), null);

        assertThat(now(remedy).amountMinor()).isEqualTo(30_000);
        assertThat(approval().amountMinor()).as("what was asked for stays known").isEqualTo(35_600);
    }

    @Test
    void aLeadRefusesWithAReason() {
        var remedy = propose(356);
        refused("complaint.problem.refusal_without_reason", () -> remedies.refuse(office.lead, approval().id(), " "));
        remedies.refuse(office.lead, approval().id(), "先查明原因");

        assertThat(now(remedy).state()).isEqualTo(RemedyState.REFUSED);
        assertThat(approval())
                .extracting(Approval::state, Approval::allowedMinor, Approval::remark)
                .containsExactly(ApprovalState.REFUSED, null, "先查明原因");
    }

    @Test
    void aDecisionIsMadeOnce() {
        propose(356);
        remedies.refuse(office.lead, approval().id(), "先查明原因");

        refused("complaint.problem.approval_decided", () ->
                remedies.approve(office.lead, approval().id(), yuan(300), null));
        refused("complaint.problem.approval_decided", () -> remedies.refuse(office.lead, approval().id(), "不"));
    }

    @Test
    void nobodyDecidesOnTheirOwnRequest() {
        subject = office.complaint(office.lead);
        propose(office.lead, "REFUND", 3001);

        refused("complaint.problem.own_request", () -> remedies.approve(office.lead, approval().id(), yuan(1), null));
        refused("complaint.problem.own_request", () -> remedies.refuse(office.lead, approval().id(), "不"));
    }

    @Test
    void aLeadDoesNotAllowMoreThanALeadMayButAManagerDoes() {
        propose(3001);
        refused("complaint.problem.beyond_authority", () ->
                remedies.approve(office.lead, approval().id(), yuan(3001), null));
        remedies.approve(MANAGER, approval().id(), yuan(3001), null);

        assertThat(approval().decidedBy()).isEqualTo(MANAGER.id());
    }

    @Test
    void theSumOfTheCaseIsWhatALeadAllows() {
        propose(300);
        propose(2800);

        refused("complaint.problem.beyond_authority", () ->
                remedies.approve(office.lead, approval().id(), yuan(2800), null));
        remedies.approve(office.lead, approval().id(), yuan(2700), null);
        assertThat(remedies.authorityLeft(office.lead, subject.id(), "REFUND", "CNY")).isZero();
    }

    @Test
    void aCouponAboveALeadsLimitForCouponsGoesHigher() {
        propose(office.lin, "COUPON", 201);

        refused("complaint.problem.beyond_authority", () ->
                remedies.approve(office.lead, approval().id(), yuan(201), null));
        remedies.approve(office.lead, approval().id(), yuan(200), null);
    }

    @Test
    void colleaguesSpecialistsAndQualityDoNotDecide() {
        propose(356);
        for (var person : new Actor[] {office.chen, office.meng, office.quality, office.admin}) {
            refused("complaint.problem.beyond_authority", () ->
                    remedies.approve(person, approval().id(), yuan(1), null));
            refused("complaint.problem.beyond_authority", () -> remedies.refuse(person, approval().id(), "不"));
        }
    }

    @Test
    void nothingIsCarriedOutBeforeItIsAllowed() {
        var remedy = propose(356);
        refused("complaint.problem.remedy_not_allowed", () -> remedies.carryOut(office.lin, remedy.id(), "流水 1"));
        remedies.refuse(office.lead, approval().id(), "先查明原因");
        refused("complaint.problem.remedy_not_allowed", () -> remedies.carryOut(office.lin, remedy.id(), "流水 1"));
    }

    @Test
    void carryingOutNeedsProofAndHappensOnce() {
        var remedy = propose(100);
        refused("complaint.problem.remedy_without_proof", () -> remedies.carryOut(office.lin, remedy.id(), " "));
        office.pass(60);
        remedies.carryOut(office.lin, remedy.id(), " 流水 1 ");

        assertThat(now(remedy))
                .extracting(Remedy::state, Remedy::doneAt, Remedy::proof)
                .containsExactly(RemedyState.DONE, office.clock.instant(), "流水 1");
        refused("complaint.problem.remedy_not_allowed", () -> remedies.carryOut(office.lin, remedy.id(), "流水 2"));
        refused("complaint.problem.remedy_ended", () -> remedies.drop(office.lin, remedy.id()));
    }

    @Test
    void droppingARemedyWithdrawsItsRequest() {
        var remedy = propose(356);
        remedies.drop(office.lin, remedy.id());

        assertThat(now(remedy).state()).isEqualTo(RemedyState.DROPPED);
        assertThat(approval().state()).isEqualTo(ApprovalState.WITHDRAWN);
        assertThat(remedies.waiting()).isEmpty();
        refused("complaint.problem.approval_decided", () ->
                remedies.approve(office.lead, approval().id(), yuan(300), null));
        refused("complaint.problem.remedy_ended", () -> remedies.drop(office.lin, remedy.id()));
        assertThat(acts(subject.id())).endsWith("remedy.dropped", "approval.withdrawn");
    }

    @Test
    void droppingAnAllowedRemedyLeavesItsDecisionAsItWas() {
        var remedy = propose(356);
        remedies.approve(office.lead, approval().id(), yuan(356), null);
        remedies.drop(office.lin, remedy.id());

        assertThat(approval().state()).isEqualTo(ApprovalState.APPROVED);
    }

    @Test
    void onACaseThatEndedNothingIsGrantedDecidedOrCarriedOut() {
        var waiting = propose(356);
        var allowed = propose(100);
        office.cases.makeVoid(office.lin, subject.id(), "duplicate");

        assertThat(remedies.waiting()).isEmpty();
        refused("cases.problem.not_open", () -> propose(1));
        refused("cases.problem.not_open", () -> remedies.approve(office.lead, approval().id(), yuan(300), null));
        refused("cases.problem.not_open", () -> remedies.refuse(office.lead, approval().id(), "不"));
        refused("cases.problem.not_open", () -> remedies.carryOut(office.lin, allowed.id(), "流水 1"));
        refused("cases.problem.not_open", () -> remedies.drop(office.lin, waiting.id()));
    }

    @Test
    void whoDoesNotServeCustomersGrantsThemNothing() {
        refused("people.problem.not_allowed", () -> propose(office.admin, "APOLOGY", 0));
        refused("people.problem.not_allowed", () -> propose(office.quality, "REFUND", 1));
        var remedy = propose(100);
        refused("people.problem.not_allowed", () -> remedies.carryOut(office.admin, remedy.id(), "流水 1"));
        refused("people.problem.not_allowed", () -> remedies.drop(office.admin, remedy.id()));
    }

    @Test
    void proposingIsABeginningOfHandling() {
        office.complaints.noteEmotion(office.lin, subject.id(), 2);
        office.transfers.ask(office.lin, subject.id(), new dev.calmdesk.cases.Transfers.Offer(
                office.meng.id(), "T3", "safety", "请接手"));
        office.complaints.finish(
                office.lin, subject.id(), ComplaintStep.CLASSIFY,
                dev.calmdesk.support.Office.filled(ComplaintStep.CLASSIFY));
        assertThat(clock(subject.id(), "urgent-complaint-start").isOpen()).isTrue();
        propose(100);

        assertThat(phase(subject.id(), "urgent-complaint-start")).isEqualTo(Phase.MET);
    }
}
