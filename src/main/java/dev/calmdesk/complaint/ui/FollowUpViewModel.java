package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.CaseState;
import dev.calmdesk.complaint.FollowUpTry;
import dev.calmdesk.complaint.RemedyState;
import dev.calmdesk.fx.control.Signal;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Whether it was really put right, how satisfied the customer is, what is learned; then the case is closed, or opened
/// again.
public final class FollowUpViewModel {

    static final String TRY_REASON = "new_try.reason";
    static final String TRY_REMARK = "new_try.remark";
    static final String REOPEN_REASON = "reopen.reason";

    private final CaseInHand hand;
    private final ObservableList<Item> tries = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper hasRemedies = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper rated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper triesLeft = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper closed = new ReadOnlyStringWrapper("");

    /// An attempt to reach the customer, as a row.
    public record Item(String time, String text, Signal signal) {}

    FollowUpViewModel(CaseInHand hand) {
        this.hand = hand;
        hand.whenTyped(() -> rated.set(!hand.text("follow_up.satisfaction").isEmpty()), "follow_up.satisfaction");
        hand.whenRead(read -> {
            tries.setAll(read.view().tries().stream().map(this::item).toList());
            var isReached = read.view().tries().stream().anyMatch(FollowUpTry::reached);
            var left = FollowUpTry.ENOUGH - read.view().tries().size();
            triesLeft.set(isReached || left <= 0 ? "" : hand.texts().get("complaint.try.left", left));
            hasRemedies.set(read.view().remedies().stream().anyMatch(remedy -> remedy.state() != RemedyState.DROPPED));
            closed.set(closed());
        });
    }

    private Item item(FollowUpTry tried) {
        var texts = hand.texts();
        var text = tried.reached()
                ? texts.get("complaint.try.reached")
                : texts.get("complaint.try.missed", words().choice(
                        hand.content().codes().notReachedReasons(), tried.notReached()));
        return new Item(
                hand.when().brief(tried.at()),
                ComplaintWords.joined(text, tried.remark() == null ? "" : tried.remark()),
                tried.reached() ? Signal.OK : Signal.SOON);
    }

    private ComplaintWords words() {
        return new ComplaintWords(hand.content(), hand.texts(), hand.when());
    }

    private String closed() {
        var subject = hand.view().subject();
        return subject.state() == CaseState.CLOSED && subject.closedAt() != null
                ? hand.texts().get(
                        "complaint.closed.when", hand.when().at(subject.closedAt()),
                        words().choice(hand.content().codes().closingCodes(), subject.closingCode()))
                : "";
    }

    public ObservableList<Item> tries() {
        return tries;
    }

    /// How many tries are left before a customer who cannot be reached is left in peace; empty if that is no question.
    public ReadOnlyStringProperty triesLeftProperty() {
        return triesLeft.getReadOnlyProperty();
    }

    /// Whether there is something the customer should have received.
    public ReadOnlyBooleanProperty hasRemediesProperty() {
        return hasRemedies.getReadOnlyProperty();
    }

    /// Whether the customer gave a rating, so that no reason for none is asked.
    public ReadOnlyBooleanProperty ratedProperty() {
        return rated.getReadOnlyProperty();
    }

    /// When and how the case was closed; empty while it is open.
    public ReadOnlyStringProperty closedProperty() {
        return closed.getReadOnlyProperty();
    }

    /// The act of this step: the customer was reached.
    public void reached() {
        var remark = RemediesViewModel.given(hand.text(TRY_REMARK));
        hand.act("note try", () -> hand.services().followUps().reached(hand.actor(), hand.caseId(), remark))
                .then(noted -> hand.clear(TRY_REASON, TRY_REMARK));
    }

    public void missed() {
        var reason = hand.text(TRY_REASON);
        var remark = RemediesViewModel.given(hand.text(TRY_REMARK));
        hand.act("note try", () -> hand.services().followUps().notReached(hand.actor(), hand.caseId(), reason, remark))
                .then(noted -> hand.clear(TRY_REASON, TRY_REMARK));
    }

    public void reopen() {
        var reason = hand.text(REOPEN_REASON);
        hand.act("reopen case", () -> hand.services().complaints().reopen(hand.actor(), hand.caseId(), reason))
                .then(reopened -> hand.clear(REOPEN_REASON));
    }
}
