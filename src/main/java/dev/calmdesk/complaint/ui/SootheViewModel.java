package dev.calmdesk.complaint.ui;

import dev.calmdesk.complaint.EmotionReading;
import dev.calmdesk.flow.Line;
import dev.calmdesk.flow.Lines;
import dev.calmdesk.flow.Moment;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.Spoken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// First the person, then the matter: how the customer feels over time, what was said, whether understanding and apology
/// were given.
public final class SootheViewModel {

    static final String EMPATHY = "soothing.empathy_shown";
    static final String APOLOGY = "soothing.apology_given";
    static final String LINE_SAID = "soothing.line_said";

    private static final int OFFERED = 3;

    private final CaseInHand hand;
    private final ObservableList<Mood> moods = FXCollections.observableArrayList();
    private final ObservableList<String> offers = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper level = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Map<String, String>> known = new SimpleObjectProperty<>(Map.of());

    /// One reading of the customer's emotion.
    public record Mood(int level, String time, Signal signal) {}

    SootheViewModel(CaseInHand hand) {
        this.hand = hand;
        hand.whenRead(read -> {
            moods.setAll(read.view().emotions().stream().map(this::mood).toList());
            level.set(read.view().emotion());
        });
        level.subscribe((before, now) -> offer());
        known.subscribe((before, now) -> offer());
        hand.whenRead(read -> {
            if (offers.isEmpty()) {
                offer();
            }
        });
    }

    private Mood mood(EmotionReading reading) {
        return new Mood(reading.level(), hand.when().brief(reading.at()), signal(reading.level()));
    }

    static Signal signal(int level) {
        return level >= 4 ? Signal.LATE : level == 3 ? Signal.SOON : Signal.OK;
    }

    /// How the customer felt, oldest first.
    public ObservableList<Mood> moods() {
        return moods;
    }

    /// 1 calm … 5 furious; 0 before the first reading.
    public ReadOnlyIntegerProperty levelProperty() {
        return level.getReadOnlyProperty();
    }

    /// Placeholder values that do not come from the forms, such as `customer`.
    public ObjectProperty<Map<String, String>> knownProperty() {
        return known;
    }

    /// Notes how the customer feels now.
    public void note(int noted) {
        hand.act("note emotion", () -> hand.services().complaints().noteEmotion(hand.actor(), hand.caseId(), noted));
    }

    /// Sentences that fit the level and the channel.
    public ObservableList<String> offers() {
        return offers;
    }

    private void offer() {
        if (!hand.isRead()) {
            return;
        }
        var channel = hand.view().subject().channel();
        var situation = new Lines.Situation(hand.language(), channel, "COMPLAINT", level.get(), known.get());
        hand.tools()
                .background()
                .latest(offers)
                .run("find empathy lines", () -> hand.services().lines().variants(situation, Moment.EMPATHISE))
                .then(found -> offers.setAll(found.stream().limit(OFFERED).map(this::words).toList()));
    }

    private String words(Line line) {
        return Spoken.parse(
                        line.text(),
                        name -> Optional.ofNullable(known.get().get(name)),
                        name -> hand.texts().get("flow.placeholder." + name))
                .plainText();
    }

    /// The agent said a sentence: it is recorded and counts as understanding shown.
    public void said(String sentence) {
        hand.set(LINE_SAID, sentence);
        hand.set(EMPATHY, "true");
    }

    /// The act of this step: understanding was shown and an apology given.
    public void calm() {
        List.of(EMPATHY, APOLOGY).forEach(field -> hand.set(field, "true"));
    }
}
