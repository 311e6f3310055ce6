package dev.calmdesk.fx.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A row about something that is due: ring, what it is, what it belongs to, a pill, and the button that deals with it.
/// Made to be the graphic of a list cell and filled again and again.
public final class PromiseRow extends HBox {

    private final ClockRing ring = new ClockRing();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Pill pill = new Pill();
    private final Button action = new Button();

    public PromiseRow() {
        getStyleClass().add("promise-row");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("title");
        detail.getStyleClass().add("detail");
        var words = new VBox(title, detail);
        words.getStyleClass().add("words");
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        action.setMinWidth(USE_PREF_SIZE);
        action.managedProperty().bind(action.visibleProperty());
        action.visibleProperty().bind(action.textProperty().isNotEmpty());
        getChildren().addAll(ring, words, pill, action);
    }

    public final ClockRing getRing() {
        return ring;
    }

    public final Pill getPill() {
        return pill;
    }

    public final void show(String titleText, String detailText) {
        title.setText(titleText);
        detail.setText(detailText);
    }

    public final StringProperty actionTextProperty() {
        return action.textProperty();
    }

    public final String getActionText() {
        return action.getText();
    }

    public final void setActionText(String text) {
        action.setText(text);
    }

    public final ObjectProperty<EventHandler<ActionEvent>> onActionProperty() {
        return action.onActionProperty();
    }

    public final EventHandler<ActionEvent> getOnAction() {
        return action.getOnAction();
    }

    public final void setOnAction(EventHandler<ActionEvent> handler) {
        action.setOnAction(handler);
    }
}
