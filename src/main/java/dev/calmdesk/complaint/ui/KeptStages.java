package dev.calmdesk.complaint.ui;

import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.ComplaintView;
import dev.calmdesk.complaint.Decision;
import dev.calmdesk.complaint.Investigation;
import java.util.function.Predicate;

/// Keeps a step at the moment a stage within it is ticked off – acknowledged, read back, investigated, told – so that the
/// stage has its own time and not that of the step's end.
final class KeptStages {

    private final CaseInHand hand;

    KeptStages(CaseInHand hand) {
        this.hand = hand;
        keepWhenGiven("account.acknowledged", ComplaintStep.RECORD, isAccount(Account::acknowledged));
        keepWhenGiven("account.read_back", ComplaintStep.RECORD, isAccount(account -> account.readBack() != null));
        keepWhenGiven("investigation.confirmed", ComplaintStep.RESOLVE, view ->
                view.investigation().map(Investigation::confirmed).isPresent());
        keepWhenGiven("decision.told", ComplaintStep.RESOLVE, view ->
                view.decision().filter(Decision::told).isPresent());
    }

    private static Predicate<ComplaintView> isAccount(Predicate<Account> state) {
        return view -> view.account().filter(state).isPresent();
    }

    /// @param isKept whether the record says so already, as when the form is filled from it
    private void keepWhenGiven(String field, ComplaintStep step, Predicate<ComplaintView> isKept) {
        hand.field(field).subscribe((before, now) -> {
            var isGiven = now != null && !now.isBlank();
            if (isGiven && hand.isRead() && hand.view().subject().isOpen() && !isKept.test(hand.view())) {
                hand.keep(step);
            }
        });
    }
}
