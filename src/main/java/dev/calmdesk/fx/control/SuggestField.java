package dev.calmdesk.fx.control;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// A text field that offers what fits while somebody types. Either any text will do and the offers save typing, or only
/// what is offered counts ([#strictProperty]): then the field shows its label and holds its code.
public class SuggestField extends TextField {

    private static final int MOST_ROWS = 8;
    private static final double ROW = 34;

    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private final BooleanProperty strict = new SimpleBooleanProperty(this, "strict", false);
    private final ObservableList<Option> suggestions = FXCollections.observableArrayList();
    private final ListView<Option> list = new ListView<>(suggestions);
    private final Popup popup = new Popup();
    private UnaryOperator<String> labels = UnaryOperator.identity();
    private Consumer<String> onTyped = text -> {};
    private boolean busy;
    private boolean wanted;

    public SuggestField() {
        getStyleClass().add("suggest-field");
        list.getStyleClass().add("suggestions");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Row());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        suggestions.addListener((Observable changed) -> {
            if (wanted) {
                showOffers();
            }
        });
        textProperty().addListener((changed, from, to) -> typed(to));
        value.addListener((changed, from, to) -> showValue());
        focusedProperty().addListener((focused, was, is) -> {
            if (is) {
                wanted = getValue().isEmpty();
                onTyped.accept(isStrict() ? "" : text());
            } else {
                leave();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        setOnMouseClicked(clicked -> showOffers());
    }

    private void typed(@Nullable String text) {
        if (busy) {
            return;
        }
        if (!isStrict()) {
            quietly(() -> setValue(text == null ? "" : text));
        } else if (text == null || text.isBlank()) {
            quietly(() -> setValue(""));
        }
        wanted = true;
        onTyped.accept(text == null ? "" : text);
    }

    private void showValue() {
        if (!busy) {
            quietly(() -> setText(getValue().isEmpty() ? "" : isStrict() ? labels.apply(getValue()) : getValue()));
        }
    }

    private void quietly(Runnable change) {
        var before = busy;
        busy = true;
        change.run();
        busy = before;
    }

    private void leave() {
        wanted = false;
        popup.hide();
        if (isStrict()) {
            showValue();
        }
    }

    private void showOffers() {
        var window = getScene() == null ? null : getScene().getWindow();
        if (suggestions.isEmpty() || !isFocused() || window == null || !window.isShowing() || !isEditable()) {
            popup.hide();
            return;
        }
        list.setPrefWidth(Math.max(getWidth(), 260));
        list.setPrefHeight(Math.min(MOST_ROWS, suggestions.size()) * ROW + 10);
        list.getSelectionModel().clearSelection();
        if (!popup.isShowing()) {
            var corner = localToScreen(0, getHeight() + 4);
            popup.show(this, corner.getX(), corner.getY());
        }
    }

    private void steer(KeyEvent event) {
        if (!popup.isShowing()) {
            if (event.getCode() == KeyCode.DOWN && !suggestions.isEmpty()) {
                event.consume();
                showOffers();
            }
            return;
        }
        var model = list.getSelectionModel();
        switch (event.getCode()) {
            case DOWN -> select(event, model.getSelectedIndex() + 1);
            case UP -> select(event, model.getSelectedIndex() - 1);
            case ENTER -> {
                if (!event.isShortcutDown()) {
                    event.consume();
                    enter(model.getSelectedItem());
                }
            }
            case ESCAPE -> {
                event.consume();
                popup.hide();
            }
            default -> {
                // typing
            }
        }
    }

    /// Without a choice the first offer counts where only offers do; elsewhere what is typed stays.
    private void enter(@Nullable Option selected) {
        if (selected != null) {
            choose(selected);
        } else if (isStrict()) {
            choose(suggestions.getFirst());
        } else {
            popup.hide();
        }
    }

    private void select(KeyEvent event, int index) {
        event.consume();
        var row = Math.clamp(index, 0, suggestions.size() - 1);
        list.getSelectionModel().select(row);
        list.scrollTo(row);
    }

    /// Takes an offer, as a click on it does.
    public final void choose(Option option) {
        quietly(() -> {
            setValue(option.code());
            setText(isStrict() ? option.label() : option.code());
        });
        positionCaret(text().length());
        wanted = false;
        popup.hide();
    }

    private String text() {
        return getText() == null ? "" : getText();
    }

    /// Offers; filled by whoever listens to what is typed.
    public final ObservableList<Option> getSuggestions() {
        return suggestions;
    }

    /// @param listener receives what is typed, and the empty text when the field is entered
    public final void setOnTyped(Consumer<String> listener) {
        onTyped = listener;
    }

    /// @param labelOf the words for a code, for a value that was not chosen here
    public final void setLabels(UnaryOperator<String> labelOf) {
        labels = labelOf;
        if (isStrict()) {
            showValue();
        }
    }

    /// Whether only what is offered counts.
    public final BooleanProperty strictProperty() {
        return strict;
    }

    public final boolean isStrict() {
        return strict.get();
    }

    public final void setStrict(boolean only) {
        strict.set(only);
    }

    /// The code of what was chosen, or the text.
    public final StringProperty valueProperty() {
        return value;
    }

    public final String getValue() {
        return value.get() == null ? "" : value.get();
    }

    public final void setValue(String code) {
        value.set(code);
    }

    private final class Row extends ListCell<Option> {
        Row() {
            setOnMouseClicked(clicked -> {
                if (getItem() != null) {
                    choose(getItem());
                }
            });
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Option option, boolean empty) {
            super.updateItem(option, empty);
            setText(empty || option == null ? null : option.label());
        }
    }
}
