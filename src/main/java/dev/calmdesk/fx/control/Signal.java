package dev.calmdesk.fx.control;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// What a colour says; there is no other use of colour. A node shows it by the pseudo-class of the same name, which
/// `app.css` also accepts as a style class (`.pill.late`).
public enum Signal {
    NEUTRAL,
    /// Kept, done, good.
    OK,
    /// Due soon, take care.
    SOON,
    /// Late, dangerous, refused.
    LATE,
    INFO,
    /// Of the product itself.
    ACCENT;

    private final PseudoClass pseudoClass = PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));

    /// Makes a node show this signal and no other.
    public void showOn(Node node) {
        for (var each : values()) {
            node.pseudoClassStateChanged(each.pseudoClass, each == this);
        }
    }
}
