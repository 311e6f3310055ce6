package dev.calmdesk.fx.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The steps of a guided piece of work in a row. Any step can be chosen, by mouse or by arrow keys and Enter.
public final class Stepper extends HBox {

    private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");

    /// Of a step: mark, gaps and the line to the next one.
    private static final double AROUND_WORDS = 68;

    /// How large a subtitle is beside a title.
    private static final double SUBTITLE = 0.86;

    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private IntConsumer onChosen = index -> {};

    public enum State {
        TODO,
        CURRENT,
        DONE,
        /// Left behind with something still open.
        OPEN_POINTS;

        private final PseudoClass pseudoClass =
                PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// @param subtitle may be empty
    public record Step(String title, String subtitle, State state) {}

    public Stepper() {
        getStyleClass().add("stepper");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        steps.addListener((Observable changed) -> build());
        setMinWidth(0); // its steps close up; they never push what stands beside them away
        addEventHandler(KeyEvent.KEY_PRESSED, this::moveFocus);
    }

    /// Set them with `setAll`; the focus stays on its step.
    public final ObservableList<Step> getSteps() {
        return steps;
    }

    /// @param chosen receives the index of the step
    public final void setOnChosen(IntConsumer chosen) {
        this.onChosen = chosen;
    }

    private void build() {
        var focused = buttons().stream().filter(Button::isFocused).map(Button::getUserData).findFirst();
        var parts = new ArrayList<Region>();
        for (var i = 0; i < steps.size(); i++) {
            if (i > 0) {
                parts.add(line(steps.get(i - 1)));
            }
            parts.add(button(i, steps.get(i)));
        }
        getChildren().setAll(parts);
        focused.ifPresent(index -> buttons().stream()
                .filter(button -> button.getUserData().equals(index))
                .forEach(Button::requestFocus));
    }

    /// Where there is little room, first what is over or to come loses the words below its title, then every step.
    private BooleanBinding hasRoomFor(Step step, Label title) {
        return Bindings.createBooleanBinding(
                () -> getWidth() > room(isOfNow(step) ? Stepper::isOfNow : each -> true, title.getFont().getSize()),
                widthProperty(),
                title.fontProperty());
    }

    private static boolean isOfNow(Step step) {
        return step.state() == State.CURRENT || step.state() == State.OPEN_POINTS;
    }

    /// @param says which steps say what stands below their titles
    /// @param size of the titles' font
    private double room(Predicate<Step> says, double size) {
        return steps.stream()
                .mapToDouble(step -> AROUND_WORDS
                        + size * Math.max(length(step.title()), says.test(step) ? SUBTITLE * length(step.subtitle()) : 0))
                .sum();
    }

    /// About how wide a text is, in ems.
    private static double length(String text) {
        return text.codePoints().mapToDouble(letter -> letter > 0x2e7f ? 1.04 : 0.55).sum();
    }

    /// Only now the titles have their font and the row its width.
    @Override
    protected void layoutChildren() {
        showCrowded();
        super.layoutChildren();
    }

    private void showCrowded() {
        var size = lookup(".title") instanceof Label title ? title.getFont().getSize() : 0;
        pseudoClassStateChanged(CROWDED, getWidth() > 0 && getWidth() < room(step -> false, size));
    }

    private Button button(int index, Step step) {
        var title = new Label(step.title());
        title.getStyleClass().add("title");
        title.setMinWidth(step.state() == State.CURRENT ? USE_PREF_SIZE : 0);
        var words = new VBox(title);
        words.getStyleClass().add("words");
        words.setAlignment(Pos.CENTER_LEFT);
        if (!step.subtitle().isEmpty()) {
            var subtitle = new Label(step.subtitle());
            subtitle.getStyleClass().add("subtitle");
            subtitle.visibleProperty().bind(hasRoomFor(step, title));
            subtitle.managedProperty().bind(subtitle.visibleProperty());
            words.getChildren().add(subtitle);
        }
        var content = new HBox(mark(index, step), words);
        content.getStyleClass().add("content");
        content.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        button.getStyleClass().setAll("step");
        button.setGraphic(content);
        button.setUserData(index);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText("%d/%d %s %s".formatted(index + 1, steps.size(), step.title(), step.subtitle()));
        button.setOnAction(pressed -> onChosen.accept(index));
        button.pseudoClassStateChanged(step.state().pseudoClass, true);
        return button;
    }

    private static Region mark(int index, Step step) {
        var mark = new Label();
        mark.getStyleClass().add("mark");
        mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        switch (step.state()) {
            case DONE -> mark.setGraphic(new FontIcon(Feather.CHECK));
            case OPEN_POINTS -> mark.setText("!");
            case TODO, CURRENT -> mark.setText(Integer.toString(index + 1));
        }
        return mark;
    }

    private static Region line(Step before) {
        var line = new Region();
        line.getStyleClass().add("line");
        line.pseudoClassStateChanged(before.state().pseudoClass, true);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private List<Button> buttons() {
        return getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private void moveFocus(KeyEvent event) {
        var by = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        var all = buttons();
        for (var i = 0; by != 0 && i < all.size(); i++) {
            if (all.get(i).isFocused()) {
                all.get(Math.clamp(i + by, 0, all.size() - 1)).requestFocus();
                event.consume();
                return;
            }
        }
    }
}
