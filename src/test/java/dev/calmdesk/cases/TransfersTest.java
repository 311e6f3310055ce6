package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Transfers.Offer;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.OfficeTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransfersTest extends OfficeTest {

    private final Transfers transfers = office.transfers;
    private Case subject;

    @BeforeEach
    void openCase() {
        subject = office.complaint(office.lin);
    }

    private static Offer to(Actor person) {
        return new Offer(person.id(), person.team(), "complex", "孩子已好转，客户在等抽检安排");
    }

    private static Offer toTeam(String team) {
        return new Offer(null, team, "complex", "请专员接手");
    }

    private UUID offered(Offer offer) {
        return transfers.ask(office.lin, subject.id(), offer);
    }

    private Case now() {
        return office.cases.find(subject.id()).orElseThrow();
    }

    private Transfer transfer(UUID id) {
        return office.database.write(tx -> tx.get(Transfer.KIND, id));
    }

    @Test
    void theOwnerStaysResponsibleUntilTheReceiverAccepts() {
        var offer = offered(to(office.meng));
        assertThat(now().owner()).isEqualTo(office.lin.id());
        assertThat(now().team()).isEqualTo("T1");
        assertThat(transfers.waiting(subject.id())).isPresent();

        office.pass(3);
        transfers.accept(office.meng, offer);

        assertThat(now().owner()).isEqualTo(office.meng.id());
        assertThat(now().team()).isEqualTo("T3");
        assertThat(now().openedBy()).isEqualTo(office.lin.id());
        assertThat(transfer(offer))
                .extracting(Transfer::state, Transfer::answeredBy, Transfer::answeredAt, Transfer::fromPerson)
                .containsExactly(
                        TransferState.ACCEPTED, office.meng.id(), office.clock.instant(), office.lin.id());
        assertThat(transfers.waiting(subject.id())).isEmpty();
        assertThat(acts(subject.id())).endsWith("transfer.asked", "transfer.accepted", "case.handed_over");
    }

    @Test
    void onlyTheReceiverAnswers() {
        var offer = offered(to(office.meng));

        refused("cases.problem.not_your_transfer", () -> transfers.accept(office.chen, offer));
        refused("cases.problem.not_your_transfer", () -> transfers.decline(office.chen, offer, "忙"));
        refused("cases.problem.not_your_transfer", () -> transfers.accept(office.lin, offer));
        refused("cases.problem.not_your_transfer", () -> transfers.accept(office.lead, offer));
        assertThat(now().owner()).isEqualTo(office.lin.id());
    }

    @Test
    void anyMemberOfATeamButTheOwnerAcceptsWhatIsOfferedToTheTeam() {
        var offer = offered(toTeam("T1"));

        assertThat(transfers.offeredTo(office.chen)).extracting(Transfer::id).containsExactly(offer);
        assertThat(transfers.offeredTo(office.meng)).isEmpty();
        refused("cases.problem.not_your_transfer", () -> transfers.accept(office.meng, offer));
        refused("cases.problem.not_your_transfer", () -> transfers.accept(office.lin, offer));
        transfers.accept(office.chen, offer);
        assertThat(now().owner()).isEqualTo(office.chen.id());
    }

    @Test
    void nobodyIsOfferedTheirOwnOffer() {
        offered(toTeam("T1"));

        assertThat(transfers.offeredTo(office.lin)).isEmpty();
    }

    @Test
    void aDeclinedOfferLeavesTheCaseWhereItWasAndSaysWhy() {
        var offer = offered(to(office.meng));
        refused("cases.problem.decline_without_reason", () -> transfers.decline(office.meng, offer, " "));
        transfers.decline(office.meng, offer, "今天满了");

        assertThat(now().owner()).isEqualTo(office.lin.id());
        assertThat(transfer(offer))
                .extracting(Transfer::state, Transfer::answer)
                .containsExactly(TransferState.DECLINED, "今天满了");
        refused("cases.problem.transfer_answered", () -> transfers.accept(office.meng, offer));
        assertThat(offered(to(office.lead))).isNotNull();
    }

    @Test
    void theOwnerMayChangeTheirMind() {
        var offer = offered(to(office.meng));
        refused("cases.problem.not_your_transfer", () -> transfers.withdraw(office.meng, offer));
        transfers.withdraw(office.lin, offer);

        assertThat(transfer(offer).state()).isEqualTo(TransferState.WITHDRAWN);
        assertThat(transfers.offeredTo(office.meng)).isEmpty();
        refused("cases.problem.transfer_answered", () -> transfers.accept(office.meng, offer));
        refused("cases.problem.transfer_answered", () -> transfers.withdraw(office.lin, offer));
    }

    @Test
    void anOfferCarriesAReasonAndANoteAndGoesToSomebodyElse() {
        refused("cases.problem.transfer_without_reason", () -> offered(new Offer(office.meng.id(), "T3", " ", "x")));
        refused("cases.problem.transfer_without_reason", () -> offered(new Offer(office.meng.id(), "T3", "complex", "")));
        refused("cases.problem.transfer_to_owner", () -> offered(to(office.lin)));
    }

    @Test
    void aCaseIsOfferedOnlyOnceAtATime() {
        offered(to(office.meng));

        refused("cases.problem.transfer_waits", () -> offered(to(office.lead)));
        refused("cases.problem.transfer_waits", () -> offered(toTeam("T3")));
    }

    /// Otherwise a colleague could offer somebody's case to themselves and take it.
    @Test
    void onlyTheOwnerOrALeadGivesACaseAway() {
        refused("cases.problem.not_responsible", () -> transfers.ask(office.chen, subject.id(), to(office.chen)));
        refused("people.problem.not_allowed", () -> transfers.ask(office.quality, subject.id(), to(office.meng)));

        var byLead = transfers.ask(office.lead, subject.id(), to(office.meng));
        assertThat(transfer(byLead).fromPerson()).isEqualTo(office.lin.id());
        transfers.accept(office.meng, byLead);
        assertThat(now().owner()).isEqualTo(office.meng.id());
    }

    @Test
    void whatALeadOffersTheLeadMayTakeBack() {
        var byLead = transfers.ask(office.lead, subject.id(), to(office.meng));
        transfers.withdraw(office.lead, byLead);

        assertThat(transfer(byLead).state()).isEqualTo(TransferState.WITHDRAWN);
    }

    @Test
    void aCaseThatEndedIsNeitherOfferedNorAccepted() {
        var offer = offered(to(office.meng));
        office.cases.makeVoid(office.lin, subject.id(), "duplicate");

        assertThat(transfers.offeredTo(office.meng)).isEmpty();
        refused("cases.problem.transfer_answered", () -> transfers.accept(office.meng, offer));
        refused("cases.problem.not_open", () -> offered(to(office.lead)));
        assertThat(now().owner()).isEqualTo(office.lin.id());
    }

    @Test
    void whoDoesNotServeCustomersTakesNoCase() {
        var offer = offered(to(office.quality));

        refused("people.problem.not_allowed", () -> transfers.accept(office.quality, offer));
        transfers.decline(office.quality, offer, "质检不接工单");
    }

    @Test
    void theNewOwnerMayHandItOn() {
        transfers.accept(office.meng, offered(to(office.meng)));
        var next = transfers.ask(office.meng, subject.id(), to(office.lead));
        assertThat(transfer(next).fromPerson()).isEqualTo(office.meng.id());
        transfers.accept(office.lead, next);

        assertThat(now().owner()).isEqualTo(office.lead.id());
    }
}
