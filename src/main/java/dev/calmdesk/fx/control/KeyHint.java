package dev.calmdesk.fx.control;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/// The chip that shows a shortcut, such as `Ctrl K`; on a Mac the same keys are `⌘ K`. Not read aloud: the control it
/// stands on names its shortcut itself.
public final class KeyHint extends Label {

    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private final StringProperty keys = new SimpleStringProperty(this, "keys", "");

    public KeyHint() {
        getStyleClass().add("kbd");
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(keys.map(KeyHint::printed));
        visibleProperty().bind(keys.isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    public KeyHint(String keys) {
        this();
        setKeys(keys);
    }

    /// Puts a hint behind the text of a button.
    public static <B extends ButtonBase> B on(B button, String keys) {
        button.setGraphic(new KeyHint(keys));
        button.setContentDisplay(ContentDisplay.RIGHT);
        return button;
    }

    private static String printed(String keys) {
        return MAC ? keys.replace("Ctrl", "⌘").replace("Alt", "⌥").replace("Shift", "⇧") : keys;
    }

    /// Keys as printed on a PC keyboard with blanks between: `Ctrl K`, `F2`, `Alt →`.
    public final StringProperty keysProperty() {
        return keys;
    }

    public final String getKeys() {
        return keys.get();
    }

    public final void setKeys(String shown) {
        keys.set(shown);
    }
}
