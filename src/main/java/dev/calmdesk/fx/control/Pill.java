package dev.calmdesk.fx.control;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;

/// A short word on a coloured ground: a state, a count, a severity.
public final class Pill extends Label {

    private final SignalProperty signal = new SignalProperty(this, Signal.NEUTRAL);

    public Pill() {
        this("", Signal.NEUTRAL);
    }

    public Pill(String text, Signal signal) {
        super(text);
        getStyleClass().add("pill");
        setMinWidth(USE_PREF_SIZE);
        setSignal(signal);
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
