package dev.calmdesk.fx.control;

import dev.calmdesk.base.DueTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Asks by when: typed as one likes ([DueTime]) or chosen from what is said most often. The value is an ISO instant, empty
/// while none is given or the text cannot be read.
public class DueField extends HBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TextField text = new TextField();
    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private InstantSource clock = InstantSource.system();
    private ZoneId zone = ZoneId.systemDefault();
    private String presets = "";
    private @Nullable Function<Instant, String> words;

    public DueField() {
        super(6);
        getStyleClass().add("due-field");
        text.setPromptText("18:00   11-23 10:00   +30   +2h");
        text.setPrefColumnCount(14);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().add(text);
        setPresets("PT30M, PT2H, 0@18:00, 1@10:00");
        text.textProperty().subscribe((before, now) -> read(now));
        text.focusedProperty().subscribe(focused -> {
            if (!focused && !value.get().isEmpty()) {
                text.setText(DueTime.show(Instant.parse(value.get()), zone));
            }
        });
        value.subscribe((before, now) -> show(now));
        accessibleTextProperty().subscribe(name -> text.setAccessibleText(name));
    }

    /// @param source what time it is; the system's clock by default
    public void setTime(InstantSource source, ZoneId timeZone) {
        clock = source;
        zone = timeZone;
        show(value.get());
    }

    /// Says the days that are offered in words.
    ///
    /// @param sayTime such as "tomorrow 10:00"
    public void sayTimesWith(Function<Instant, String> sayTime) {
        words = sayTime;
        setPresets(presets);
    }

    /// Which times are offered, separated by commas: `PT30M` from now, `0@18:00` today or, if that is over, tomorrow,
    /// `1@10:00` tomorrow, `3@18:00` in three days.
    public final void setPresets(String list) {
        presets = list;
        getChildren().setAll(text);
        Arrays.stream(list.split(",")).map(String::strip).map(this::preset).forEach(getChildren()::add);
    }

    public final String getPresets() {
        return presets;
    }

    private Button preset(String due) {
        var isSpan = due.startsWith("P");
        var days = isSpan ? 0 : Long.parseLong(due.substring(0, due.indexOf('@')));
        var time = isSpan ? "" : due.substring(due.indexOf('@') + 1);
        if (isSpan) {
            return preset(label(Duration.parse(due)), () -> clock.instant().plus(Duration.parse(due)));
        }
        Supplier<Instant> moment = days == 0
                ? () -> DueTime.read(time, clock.instant(), zone).orElseThrow()
                : () -> on(days, LocalTime.parse(time));
        var neutral = days == 0 ? time : "+" + days + " d " + time;
        return preset(words == null ? neutral : words.apply(moment.get()), moment);
    }

    private static String label(Duration span) {
        return span.toHours() > 0 ? "+" + span.toHours() + " h" : "+" + span.toMinutes() + "′";
    }

    private Button preset(String label, Supplier<Instant> due) {
        var button = new Button(label);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> value.set(due.get().truncatedTo(ChronoUnit.MINUTES).toString()));
        return button;
    }

    private Instant on(long daysAhead, LocalTime time) {
        return clock.instant().atZone(zone).toLocalDate().plusDays(daysAhead).atTime(time).atZone(zone).toInstant();
    }

    private void read(String typed) {
        var due = DueTime.read(typed, clock.instant(), zone);
        text.pseudoClassStateChanged(ERROR, due.isEmpty() && !typed.isBlank());
        value.set(due.map(Instant::toString).orElse(""));
    }

    private void show(String iso) {
        if (!iso.isEmpty() && !text.isFocused()) {
            var shown = DueTime.show(Instant.parse(iso), zone);
            if (!DueTime.read(text.getText(), clock.instant(), zone).map(Instant::toString).filter(iso::equals).isPresent()) {
                text.setText(shown);
            }
        } else if (iso.isEmpty() && !text.isFocused() && !text.getPseudoClassStates().contains(ERROR)) {
            text.clear();
        }
    }

    public final StringProperty promptTextProperty() {
        return text.promptTextProperty();
    }

    public final String getPromptText() {
        return text.getPromptText();
    }

    public final void setPromptText(String prompt) {
        text.setPromptText(prompt);
    }

    @Override
    public void requestFocus() {
        text.requestFocus();
    }

    /// An ISO instant such as `2026-11-23T02:00:00Z`; empty while there is none.
    public final StringProperty valueProperty() {
        return value;
    }

    public final String getValue() {
        return value.get();
    }

    public final void setValue(String iso) {
        value.set(iso);
    }
}
