package dev.calmdesk.fx.control;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A search field with its shortcut printed in it. Enter submits (never one that ends a composition), Down goes to the
/// results, Esc clears.
public final class SearchBox extends HBox {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final TextField field = new TextField();
    private final KeyHint hint = new KeyHint();
    private Runnable onSubmit = () -> {};
    private Runnable onDown = () -> {};

    public SearchBox() {
        getStyleClass().add("search-field");
        setAlignment(Pos.CENTER_LEFT);
        var icon = new FontIcon(Feather.SEARCH);
        icon.getStyleClass().add("symbol");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.accessibleTextProperty().bind(field.promptTextProperty());
        field.focusedProperty().addListener((focused, was, is) -> pseudoClassStateChanged(ACTIVE, is));
        getChildren().addAll(icon, field, hint);
        Enter.submits(field, () -> onSubmit.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        setOnMouseClicked(clicked -> field.requestFocus());
    }

    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> {
                event.consume();
                onDown.run();
            }
            case ESCAPE -> {
                if (!field.getText().isEmpty()) {
                    event.consume();
                    field.clear();
                }
            }
            default -> {
                // typing
            }
        }
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
        field.selectAll();
    }

    public final TextField getField() {
        return field;
    }

    public final void setOnSubmit(Runnable action) {
        this.onSubmit = action;
    }

    public final void setOnDown(Runnable action) {
        this.onDown = action;
    }

    public final StringProperty textProperty() {
        return field.textProperty();
    }

    public final String getText() {
        return field.getText();
    }

    public final void setText(String text) {
        field.setText(text);
    }

    public final StringProperty promptTextProperty() {
        return field.promptTextProperty();
    }

    public final String getPromptText() {
        return field.getPromptText();
    }

    public final void setPromptText(String text) {
        field.setPromptText(text);
    }

    /// The shortcut that leads here, as in [KeyHint].
    public final StringProperty keysProperty() {
        return hint.keysProperty();
    }

    public final String getKeys() {
        return hint.getKeys();
    }

    public final void setKeys(String keys) {
        hint.setKeys(keys);
    }
}
