package dev.calmdesk.fx.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// How much of a time limit is used up, as a ring with the time left inside.
public final class ClockRing extends Region {

    private static final double DIAMETER = 44;
    private static final double STROKE = 4;

    private final Circle track = new Circle();
    private final Arc used = new Arc();
    private final Label label = new Label();
    private final DoubleProperty share = new SimpleDoubleProperty(this, "share", 0);
    private final SignalProperty signal = new SignalProperty(this, Signal.OK);

    public ClockRing() {
        getStyleClass().add("clock-ring");
        setAccessibleRole(AccessibleRole.TEXT);
        track.getStyleClass().add("track");
        used.getStyleClass().add("used");
        used.setType(ArcType.OPEN);
        used.setStartAngle(90);
        used.lengthProperty().bind(share.map(part -> -360 * Math.clamp(part.doubleValue(), 0, 1)));
        label.getStyleClass().add("time");
        accessibleTextProperty().bind(label.textProperty());
        getChildren().addAll(track, used, label);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    public void show(double shareUsed, String text, Signal shown) {
        setShare(shareUsed);
        setText(text);
        setSignal(shown);
    }

    @Override
    protected void layoutChildren() {
        var middle = Math.min(getWidth(), getHeight()) / 2;
        var radius = middle - STROKE / 2;
        track.setCenterX(middle);
        track.setCenterY(middle);
        track.setRadius(radius);
        used.setCenterX(middle);
        used.setCenterY(middle);
        used.setRadiusX(radius);
        used.setRadiusY(radius);
        var width = Math.min(label.prefWidth(-1), 2 * middle);
        var height = label.prefHeight(-1);
        label.resizeRelocate(snapPositionX(middle - width / 2), snapPositionY(middle - height / 2), width, height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return DIAMETER;
    }

    @Override
    protected double computePrefHeight(double width) {
        return DIAMETER;
    }

    /// 0 nothing used, 1 all; beyond that it stays full.
    public final DoubleProperty shareProperty() {
        return share;
    }

    public final double getShare() {
        return share.get();
    }

    public final void setShare(double part) {
        share.set(part);
    }

    /// What is left, in at most four characters: `6分`, `1时`.
    public final StringProperty textProperty() {
        return label.textProperty();
    }

    public final String getText() {
        return label.getText();
    }

    public final void setText(String text) {
        label.setText(text);
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
}
