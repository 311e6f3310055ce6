package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.Severity;
import dev.calmdesk.complaint.Learning;
import dev.calmdesk.complaint.Raise;
import dev.calmdesk.complaint.Suggestions;
import dev.calmdesk.complaint.ui.SuggestionRow.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Reasons in the record to take a complaint more seriously than its facts alone would. A person takes one, or not.
public final class RaisesViewModel {

    private static final String OVERRIDE_REASON = "assessment.override_reason";
    private static final String PEOPLE = "account.people";
    private static final String EXPECTATION = "account.expectation";
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final CaseInHand hand;
    private final Supplier<Severity> proposed;
    private final ObservableList<Shown> rows = FXCollections.observableArrayList();
    private List<Raise> found = List.of();
    private List<Raise> raises = List.of();

    /// @param proposed by the matrix, for what is known so far
    RaisesViewModel(CaseInHand hand, Supplier<Severity> proposed) {
        this.hand = hand;
        this.proposed = proposed;
        hand.whenTyped(this::ask, RecordViewModel.EVENT, PEOPLE, EXPECTATION);
        hand.whenTyped(this::show, ClassifyViewModel.SEVERITY);
        hand.whenRead(read -> ask());
        var background = hand.tools().background();
        hand.closing(background.whenChanged(hand.tools().changes(), Set.of(Learning.CHANGED), this::ask));
        hand.closing(background.latest(this)::drop);
    }

    /// Looks again, since the record or what the matrix says is another.
    void ask() {
        if (hand.isRead()) {
            var event = hand.text(RecordViewModel.EVENT);
            var more = hand.text(PEOPLE) + "\n" + hand.text(EXPECTATION);
            var least = proposed.get();
            hand.tools()
                    .background()
                    .latest(this, PAUSE)
                    .run("look for reasons to raise", () -> hand.services().suggestions().raises(event, more, least))
                    .then(raising -> {
                        found = raising;
                        show();
                    });
        }
    }

    private void show() {
        if (hand.isRead()) {
            raises = found.stream().filter(this::isNotMilder).toList();
            var fresh = raises.stream().map(this::row).toList();
            if (!rows.equals(fresh)) {
                rows.setAll(fresh);
            }
        }
    }

    /// Whoever chose something more serious is not asked to go back.
    private boolean isNotMilder(Raise raise) {
        var chosen = hand.text(ClassifyViewModel.SEVERITY);
        return chosen.isEmpty() || !Severity.valueOf(chosen).isWorseThan(raise.severity());
    }

    private Shown row(Raise raise) {
        var words = new ComplaintWords(hand.content(), hand.texts(), hand.when());
        var severity = hand.texts().name(raise.severity());
        var why = why(raise, words);
        var isTaken = hand.text(ClassifyViewModel.SEVERITY).equals(raise.severity().name());
        return new Shown(
                severity, ClassifyStepController.signal(raise.severity()), false, why, raise.choice().words(),
                words.restsOn(raise.choice().cases()),
                isTaken ? hand.texts().get("complaint.suggest.taken") : hand.texts().get("complaint.raise.take", severity),
                "", isTaken,
                hand.texts().get("complaint.raise.take_this", severity, why, words.listed(raise.choice().words())));
    }

    private String why(Raise raise, ComplaintWords words) {
        return raise.why() == null
                ? hand.texts().get("complaint.raise.by_cases", hand.texts().name(raise.choice().certainty()))
                : words.in(raise.why());
    }

    /// The most serious first.
    ObservableList<Shown> rows() {
        return rows;
    }

    /// Raises the severity and says why, unless somebody said so already.
    ///
    /// @param index of the row
    void take(int index) {
        var raise = raises.get(index);
        var words = new ComplaintWords(hand.content(), hand.texts(), hand.when());
        hand.set(ClassifyViewModel.SEVERITY, raise.severity().name());
        if (hand.text(OVERRIDE_REASON).isEmpty()) {
            hand.set(OVERRIDE_REASON, hand.texts().get(
                    "complaint.raise.reason", why(raise, words), words.listed(raise.choice().words())));
        }
    }

    /// Notes what was shown and what was chosen.
    void note() {
        var offer = Suggestions.offer(raises);
        var chosen = hand.text(ClassifyViewModel.SEVERITY);
        hand.act("note the severity", () ->
                hand.services().suggestions().note(hand.actor(), hand.caseId(), offer, chosen));
    }
}
