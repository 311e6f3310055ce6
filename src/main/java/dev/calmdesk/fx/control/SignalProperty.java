package dev.calmdesk.fx.control;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

/// The signal of a node, shown on it at once.
final class SignalProperty extends SimpleObjectProperty<Signal> {

    private final Node node;

    SignalProperty(Node node, Signal initial) {
        super(node, "signal", initial);
        this.node = node;
        initial.showOn(node);
    }

    @Override
    protected void invalidated() {
        get().showOn(node);
    }
}
