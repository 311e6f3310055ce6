package dev.calmdesk.fx.control;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// A button that says why where its act is not allowed, instead of falling silent: it looks disabled and does nothing, but
/// it can be reached, pointed at and read aloud, and then gives the reason.
public class ActButton extends Button {

    private static final PseudoClass BARRED = PseudoClass.getPseudoClass("barred");

    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper(this, "reason", "");
    private final Tooltip tip = new Tooltip();

    public ActButton() {
        this("");
    }

    public ActButton(String text) {
        super(text);
        setMinWidth(USE_PREF_SIZE);
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        tip.setShowDelay(Duration.millis(200));
        tip.textProperty().bind(reason);
    }

    /// @param why the reason in the user's language; empty if the act is allowed
    public final void bar(String why) {
        reason.set(why);
        pseudoClassStateChanged(BARRED, isBarred());
        setAccessibleHelp(why.isEmpty() ? null : why);
        setTooltip(isBarred() ? tip : null);
    }

    public final boolean isBarred() {
        return !reason.get().isEmpty();
    }

    /// Why it does nothing now; empty if it does.
    public final ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    public final String getReason() {
        return reason.get();
    }

    @Override
    public void fire() {
        if (!isBarred()) {
            super.fire();
        } else if (getScene() != null && getScene().getWindow() != null) {
            var corner = localToScreen(0, getHeight() + 4);
            tip.setAutoHide(true);
            tip.show(this, corner.getX(), corner.getY());
        }
    }
}
