package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.Promise;
import dev.calmdesk.fx.control.Signal;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the customer was promised, by when.
public final class PromisesViewModel {

    static final String TEXT = "new_promise.text";
    static final String DUE = "new_promise.due_at";

    private final CaseInHand hand;
    private final ObservableList<Item> items = FXCollections.observableArrayList();

    /// A promise as a row.
    public record Item(UUID id, String text, String due, String state, Signal signal, boolean isOpen) {}

    PromisesViewModel(CaseInHand hand) {
        this.hand = hand;
        hand.whenRead(read -> items.setAll(read.promises().stream().map(this::item).toList()));
    }

    private Item item(Promise promise) {
        var isLate = promise.isOpen() && promise.dueAt().isBefore(hand.when().now());
        var signal = switch (promise.state()) {
            case OPEN -> isLate ? Signal.LATE : Signal.INFO;
            case KEPT -> Signal.OK;
            case GIVEN_UP -> Signal.NEUTRAL;
        };
        return new Item(
                promise.id(),
                promise.text(),
                hand.texts().get("complaint.promise.due", hand.when().at(promise.dueAt())),
                hand.texts().name(promise.state()),
                signal,
                promise.isOpen());
    }

    public ObservableList<Item> items() {
        return items;
    }

    public void make() {
        var text = hand.text(TEXT);
        var due = hand.text(DUE);
        hand.act("promise", () -> hand.services().promises().make(
                        hand.actor(), hand.caseId(), text, TasksViewModel.due(due, "cases.problem.promise_in_past")))
                .then(made -> hand.clear(TEXT, DUE));
    }

    public void keep(UUID id) {
        hand.act("keep promise", () -> hand.services().promises().keep(hand.actor(), id, null));
    }
}
