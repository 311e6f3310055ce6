package dev.calmdesk.fx.control;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A few options side by side, of which one is chosen; for scales and short lists. Arrow keys choose the neighbour,
/// digits an option with that code.
public final class SegmentedChoice extends HBox {

    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private final BooleanProperty clearable = new SimpleBooleanProperty(this, "clearable", false);
    private String numbers = "";

    public SegmentedChoice() {
        getStyleClass().add("segmented");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setMaxWidth(USE_PREF_SIZE);
        value.addListener((changed, from, to) -> showChosen());
        addEventFilter(KeyEvent.KEY_PRESSED, this::choose);
        addEventHandler(KeyEvent.KEY_TYPED, this::chooseByDigit);
    }

    public SegmentedChoice(List<Option> options) {
        this();
        setOptions(options);
    }

    public final void setOptions(List<Option> options) {
        getChildren().setAll(options.stream().map(this::button).toList());
        for (var i = 0; i < options.size(); i++) {
            var button = (ToggleButton) getChildren().get(i);
            button.getStyleClass().add(i == 0 ? "first" : i == options.size() - 1 ? "last" : "inner");
        }
        showChosen();
    }

    public final List<Option> getOptions() {
        return buttons().stream()
                .map(button -> new Option(button.getUserData().toString(), button.getText()))
                .toList();
    }

    /// Options that are whole numbers: `1..5`, `0..10`; for FXML.
    public final void setNumbers(String range) {
        numbers = range;
        var ends = range.split("\\.\\.");
        setOptions(IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                .mapToObj(Integer::toString)
                .map(number -> new Option(number, number))
                .toList());
    }

    public final String getNumbers() {
        return numbers;
    }

    private ToggleButton button(Option option) {
        var button = new ToggleButton(option.label());
        button.getStyleClass().setAll("segment");
        button.setUserData(option.code());
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setOnAction(pressed -> {
            var chosenAgain = option.code().equals(getValue());
            setValue(chosenAgain && isClearable() ? "" : option.code());
            showChosen();
        });
        return button;
    }

    /// Only the chosen one, or else the first, takes part in Tab traversal: the group is one stop.
    private void showChosen() {
        var any = false;
        for (var button : buttons()) {
            var chosen = button.getUserData().equals(getValue());
            button.setSelected(chosen);
            button.setFocusTraversable(chosen);
            any |= chosen;
        }
        if (!any && !getChildren().isEmpty()) {
            getChildren().getFirst().setFocusTraversable(true);
        }
    }

    private void choose(KeyEvent event) {
        var by =
                switch (event.getCode()) {
                    case RIGHT, DOWN, KP_RIGHT, KP_DOWN -> 1;
                    case LEFT, UP, KP_LEFT, KP_UP -> -1;
                    default -> 0;
                };
        var all = buttons();
        var focused = IntStream.range(0, all.size()).filter(i -> all.get(i).isFocused()).findFirst();
        if (by == 0 || focused.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        var next = getValue().isEmpty() ? focused.getAsInt() : Math.clamp(focused.getAsInt() + by, 0, all.size() - 1);
        choose(all.get(next));
    }

    private void chooseByDigit(KeyEvent event) {
        buttons().stream()
                .filter(button -> button.getUserData().equals(event.getCharacter()))
                .findFirst()
                .ifPresent(button -> {
                    event.consume();
                    choose(button);
                });
    }

    private void choose(ToggleButton button) {
        setValue(button.getUserData().toString());
        button.requestFocus();
    }

    private List<ToggleButton> buttons() {
        return getChildren().stream().map(ToggleButton.class::cast).toList();
    }

    @Override
    public void requestFocus() {
        buttons().stream()
                .filter(ToggleButton::isFocusTraversable)
                .findFirst()
                .ifPresent(ToggleButton::requestFocus);
    }

    /// The code of the chosen option; empty if none is.
    public final StringProperty valueProperty() {
        return value;
    }

    public final String getValue() {
        return value.get() == null ? "" : value.get();
    }

    public final void setValue(String code) {
        value.set(code);
    }

    /// Whether choosing the chosen option takes the choice back.
    public final BooleanProperty clearableProperty() {
        return clearable;
    }

    public final boolean isClearable() {
        return clearable.get();
    }

    public final void setClearable(boolean can) {
        clearable.set(can);
    }
}
