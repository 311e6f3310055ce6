package dev.calmdesk.fx.control;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/// A short word on a coloured ground: a state, a count, a severity. Without words it takes no room.
public final class Pill extends Label {

    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");

    private final SignalProperty signal = new SignalProperty(this, Signal.NEUTRAL);

    public Pill() {
        this("", Signal.NEUTRAL);
    }

    public Pill(String text, Signal signal) {
        super(text);
        getStyleClass().add("pill");
        setMinWidth(USE_PREF_SIZE);
        setSignal(signal);
        textProperty().subscribe(words -> pseudoClassStateChanged(BLANK, words == null || words.isEmpty()));
    }

    public final ObjectProperty<Signal> signalProperty() {
        return signal;
    }

    public final Signal getSignal() {
        return signal.get();
    }

    public final void setSignal(Signal shown) {
        signal.set(shown);
    }

    public void show(String text, Signal shown) {
        setText(text);
        setSignal(shown);
    }
}
