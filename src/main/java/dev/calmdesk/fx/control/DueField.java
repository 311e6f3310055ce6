package dev.calmdesk.fx.control;

import dev.calmdesk.base.DueTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Asks by when: typed as one likes ([DueTime]) or chosen from what is said most often. The value is an ISO instant, empty
/// while none is given or the text cannot be read.
public class DueField extends HBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TextField text = new TextField();
    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private InstantSource clock = InstantSource.system();
    private ZoneId zone = ZoneId.systemDefault();

    public DueField() {
        super(6);
        getStyleClass().add("due-field");
        text.setPromptText("18:00   11-23 10:00   +30   +2h");
        text.setPrefColumnCount(14);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(
                text,
                preset("+30′", () -> clock.instant().plus(Duration.ofMinutes(30))),
                preset("+2 h", () -> clock.instant().plus(Duration.ofHours(2))),
                preset("18:00", () -> next(LocalTime.of(18, 0))),
                preset("+1 d 10:00", () -> tomorrow(LocalTime.of(10, 0))));
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

    private Button preset(String label, java.util.function.Supplier<Instant> due) {
        var button = new Button(label);
        button.getStyleClass().add("small");
        button.setOnAction(press -> value.set(due.get().toString()));
        return button;
    }

    private Instant next(LocalTime time) {
        return DueTime.read(time.toString(), clock.instant(), zone).orElseThrow();
    }

    private Instant tomorrow(LocalTime time) {
        return clock.instant().atZone(zone).toLocalDate().plusDays(1).atTime(time).atZone(zone).toInstant();
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
