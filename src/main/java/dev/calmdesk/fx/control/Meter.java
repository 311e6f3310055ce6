package dev.calmdesk.fx.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A thin bar: a share of time, points or volume.
public final class Meter extends Region {

    private final Region filled = new Region();
    private final DoubleProperty share = new SimpleDoubleProperty(this, "share", 0) {
        @Override
        protected void invalidated() {
            requestLayout();
        }
    };
    private final SignalProperty signal = new SignalProperty(this, Signal.ACCENT);

    public Meter() {
        getStyleClass().add("meter");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        filled.getStyleClass().add("filled");
        getChildren().add(filled);
        setMinWidth(24);
    }

    public void show(double part, Signal shown) {
        setShare(part);
        setSignal(shown);
    }

    @Override
    protected void layoutChildren() {
        var part = Math.clamp(getShare(), 0, 1);
        filled.setVisible(part > 0);
        filled.resizeRelocate(0, 0, Math.max(getHeight(), snapSizeX(getWidth() * part)), getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 90;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 6;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return prefHeight(width);
    }

    public final DoubleProperty shareProperty() {
        return share;
    }

    public final double getShare() {
        return share.get();
    }

    /// @param part 0 to 1
    public final void setShare(double part) {
        share.set(part);
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
