package dev.calmdesk.fx.control;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;

/// Several options out of a list that drops down and stays open while they are ticked.
public final class MultiChoice extends MenuButton {

    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
    private static final String SEPARATOR = ",";

    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private final StringProperty promptText = new SimpleStringProperty(this, "promptText", "");
    private List<Option> options = List.of();

    public MultiChoice() {
        getStyleClass().add("multi-choice");
        setMnemonicParsing(false);
        value.addListener((changed, from, to) -> showChosen());
        promptText.addListener((changed, from, to) -> showChosen());
    }

    public final void setOptions(List<Option> choices) {
        options = List.copyOf(choices);
        getItems().setAll(options.stream().map(this::item).toList());
        showChosen();
    }

    public final List<Option> getOptions() {
        return options;
    }

    private CustomMenuItem item(Option option) {
        var box = new CheckBox(option.label());
        box.setMnemonicParsing(false);
        box.setUserData(option.code());
        box.setFocusTraversable(false);
        var item = new CustomMenuItem(box, false);
        box.setOnAction(ticked -> toggle(option.code(), box.isSelected()));
        item.setOnAction(chosen -> {
            box.setSelected(!box.isSelected());
            toggle(option.code(), box.isSelected());
        });
        return item;
    }

    private void toggle(String code, boolean chosen) {
        var codes = new LinkedHashSet<>(codes());
        if (chosen) {
            codes.add(code);
        } else {
            codes.remove(code);
        }
        setValue(String.join(SEPARATOR, inOrder(codes)));
    }

    private List<String> inOrder(Set<String> codes) {
        var known = options.stream().map(Option::code).filter(codes::contains);
        var foreign = codes.stream().filter(code -> options.stream().noneMatch(option -> option.code().equals(code)));
        return Stream.concat(known, foreign).toList();
    }

    private Set<String> codes() {
        return getValue().isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(getValue().split(SEPARATOR)));
    }

    private void showChosen() {
        var codes = codes();
        getItems().stream()
                .map(item -> (CheckBox) ((CustomMenuItem) item).getContent())
                .forEach(box -> box.setSelected(codes.contains(box.getUserData().toString())));
        var words = options.stream()
                .filter(option -> codes.contains(option.code()))
                .map(Option::label)
                .collect(Collectors.joining(" · "));
        setText(words.isEmpty() ? getPromptText() : words);
        pseudoClassStateChanged(EMPTY, words.isEmpty());
    }

    /// Codes joined by commas, in the order of the options.
    public final StringProperty valueProperty() {
        return value;
    }

    public final String getValue() {
        return value.get() == null ? "" : value.get();
    }

    public final void setValue(String codes) {
        value.set(codes);
    }

    public final StringProperty promptTextProperty() {
        return promptText;
    }

    public final String getPromptText() {
        return promptText.get();
    }

    public final void setPromptText(String text) {
        promptText.set(text);
    }
}
