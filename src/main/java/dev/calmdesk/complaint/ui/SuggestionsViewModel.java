package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.Category;
import dev.calmdesk.complaint.Certainty;
import dev.calmdesk.complaint.Learning;
import dev.calmdesk.complaint.Offer;
import dev.calmdesk.complaint.Offer.Choice;
import dev.calmdesk.complaint.SuggestionUse;
import dev.calmdesk.complaint.SuggestionUse.About;
import dev.calmdesk.complaint.SuggestionUse.Basis;
import dev.calmdesk.complaint.Suggestions;
import dev.calmdesk.complaint.ui.SuggestionRow.Shown;
import dev.calmdesk.fx.control.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The categories that what is recorded suggests, with what each rests on. A person takes one or chooses another; which
/// it was is noted when the step is finished.
public final class SuggestionsViewModel {

    /// Typing is judged when it pauses.
    private static final Duration PAUSE = Duration.ofMillis(250);

    /// The keys up to 5 note emotions.
    private static final int KEY_BEFORE = 5;

    private final CaseInHand hand;
    private final ObservableList<Shown> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper basis = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fared = new ReadOnlyStringWrapper("");
    private @Nullable String askedAbout;
    private @Nullable Answer answer;

    private record Answer(Offer offer, Suggestions.Taken taken) {}

    SuggestionsViewModel(CaseInHand hand) {
        this.hand = hand;
        hand.whenTyped(this::ask, RecordViewModel.EVENT);
        hand.whenTyped(this::show, ClassifyViewModel.CATEGORY);
        hand.whenRead(read -> ask());
        var background = hand.tools().background();
        var news = Set.of(Learning.CHANGED, SuggestionUse.KIND.name());
        hand.closing(background.whenChanged(hand.tools().changes(), news, this::askAgain));
        hand.closing(background.latest(this)::drop);
    }

    private void askAgain() {
        askedAbout = null;
        ask();
    }

    private void ask() {
        var text = hand.text(RecordViewModel.EVENT);
        if (!hand.isRead() || text.equals(askedAbout)) {
            show();
            return;
        }
        askedAbout = text;
        var suggestions = hand.services().suggestions();
        hand.tools()
                .background()
                .latest(this, PAUSE)
                .run("suggest a category", () -> new Answer(suggestions.category(text), suggestions.taken(About.CATEGORY)))
                .then(found -> {
                    answer = found;
                    show();
                });
    }

    private void show() {
        var shown = answer;
        if (shown == null || !hand.isRead()) {
            return;
        }
        var choices = shown.offer().choices();
        var fresh = IntStream.range(0, choices.size()).mapToObj(at -> row(at + 1, choices.get(at))).toList();
        basis.set(choices.isEmpty() ? "" : basis(shown.offer()));
        fared.set(shown.taken().cases() == 0
                ? ""
                : hand.texts().get("complaint.suggest.fared", shown.taken().first(), shown.taken().cases()));
        if (!rows.equals(fresh)) {
            rows.setAll(fresh);
        }
    }

    private String basis(Offer offer) {
        return offer.basis() == Basis.CASES
                ? hand.texts().get("complaint.suggest.by_cases", offer.learnedFrom())
                : hand.texts().get("complaint.suggest.by_words", Learning.LEAST_CASES);
    }

    private Shown row(int rank, Choice choice) {
        var words = new ComplaintWords(hand.content(), hand.texts(), hand.when());
        var isTaken = choice.code().equals(hand.text(ClassifyViewModel.CATEGORY));
        var isLikely = choice.certainty() != Certainty.POSSIBLE;
        var name = path(words, choice.code());
        var certainty = hand.texts().name(choice.certainty());
        return new Shown(
                certainty, isLikely ? Signal.ACCENT : Signal.NEUTRAL, isLikely, name, choice.words(),
                words.restsOn(choice.cases()),
                hand.texts().get(isTaken ? "complaint.suggest.taken" : "complaint.suggest.take"),
                "Alt " + (KEY_BEFORE + rank), isTaken,
                hand.texts().get("complaint.suggest.take_this", name, certainty, words.listed(choice.words())));
    }

    private String path(ComplaintWords words, String code) {
        return hand.content().categories().stream()
                .filter(group -> group.code().equals(code)
                        || group.children().stream().anyMatch(child -> child.code().equals(code)))
                .flatMap(group -> group.code().equals(code)
                        ? Stream.of(group)
                        : Stream.of(group, child(group, code)))
                .map(category -> words.in(category.name()))
                .collect(Collectors.joining(" › "));
    }

    private static Category child(Category group, String code) {
        return group.children().stream().filter(child -> child.code().equals(code)).findFirst().orElseThrow();
    }

    /// The likeliest first.
    ObservableList<Shown> rows() {
        return rows;
    }

    /// What they rest on.
    public ReadOnlyStringProperty basisProperty() {
        return basis.getReadOnlyProperty();
    }

    /// How often the first was taken lately; empty before anything was.
    public ReadOnlyStringProperty faredProperty() {
        return fared.getReadOnlyProperty();
    }

    /// @param rank from 1; one that is not there does nothing
    public void take(int rank) {
        if (rank <= offered().size()) {
            hand.set(ClassifyViewModel.CATEGORY, offered().get(rank - 1).code());
        }
    }

    private List<Choice> offered() {
        return answer == null ? List.of() : answer.offer().choices();
    }

    /// Notes what was shown and what was chosen.
    void note() {
        var shown = answer;
        if (shown != null) {
            var chosen = hand.text(ClassifyViewModel.CATEGORY);
            hand.act("note the choice", () ->
                    hand.services().suggestions().note(hand.actor(), hand.caseId(), shown.offer(), chosen));
        }
    }
}
