package dev.calmdesk.fx.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A number that matters: what it is, how much, and how it moved or what it means.
public final class Stat extends VBox {

    private final Label label = new Label();
    private final Label value = new Label();
    private final Label note = new Label();
    private final SignalProperty noteSignal = new SignalProperty(note, Signal.NEUTRAL);
    private final SignalProperty signal = new SignalProperty(value, Signal.NEUTRAL);

    public Stat() {
        getStyleClass().add("stat");
        label.getStyleClass().add("label-of-stat");
        value.getStyleClass().add("value");
        value.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("note");
        var line = new HBox(value, note);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("figures");
        label.setLabelFor(value);
        getChildren().addAll(label, line);
    }

    public final void show(String shownValue, String shownNote, Signal shownSignal) {
        setValue(shownValue);
        setNote(shownNote);
        setNoteSignal(shownSignal);
    }

    public final StringProperty labelProperty() {
        return label.textProperty();
    }

    public final String getLabel() {
        return label.getText();
    }

    public final void setLabel(String text) {
        label.setText(text);
    }

    public final StringProperty valueProperty() {
        return value.textProperty();
    }

    public final String getValue() {
        return value.getText();
    }

    public final void setValue(String text) {
        value.setText(text);
    }

    /// Beside the value: the change, or a word on it.
    public final StringProperty noteProperty() {
        return note.textProperty();
    }

    public final String getNote() {
        return note.getText();
    }

    public final void setNote(String text) {
        note.setText(text);
    }

    public final ObjectProperty<Signal> noteSignalProperty() {
        return noteSignal;
    }

    public final Signal getNoteSignal() {
        return noteSignal.get();
    }

    public final void setNoteSignal(Signal shown) {
        noteSignal.set(shown);
    }

    /// Colour of the value itself; neutral unless the number is an alarm.
    public final ObjectProperty<Signal> signalProperty() {
        return signal;
    }

    public final Signal getSignal() {
        return signal.get();
    }

    public final void setSignal(Signal shown) {
        signal.set(shown);
    }
}
