package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Columns;
import dev.calmdesk.fx.control.HighlightedText;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.sync.ui.ConflictItem.FieldItem;
import dev.calmdesk.sync.ui.ConflictItem.VersionItem;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One disputed field: its versions side by side, of which one is chosen, or a value that is written anew.
final class DisputedField extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int ABREAST = 3;

    /// Names stand in line, with a pill or without.
    private static final double HEAD_HEIGHT = 26;

    private final FieldItem field;
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();

    /// What a toggle stands for.
    private record Choice(Optional<UUID> desk, Supplier<@Nullable Object> value) {}

    DisputedField(FieldItem field, SyncTools tools) {
        this.field = field;
        this.texts = tools.texts();
        getStyleClass().addAll("section", "disputed-field");
        var name = new Label(field.name());
        name.getStyleClass().add("strong");
        getChildren().add(name);
        var before = new Label(texts.get("sync.conflicts.before", field.before()));
        before.getStyleClass().addAll("small", "muted");
        before.setWrapText(true);
        before.setMinHeight(USE_PREF_SIZE);
        getChildren().add(before);
        for (var from = 0; from < field.versions().size(); from += ABREAST) {
            var row = new Columns();
            row.setCount(Math.min(field.versions().size(), ABREAST));
            field.versions().subList(from, Math.min(from + ABREAST, field.versions().size())).stream()
                    .map(this::card)
                    .forEach(row.getChildren()::add);
            getChildren().add(row);
        }
        ValueEditor.of(field, tools).map(this::writing).ifPresent(getChildren()::add);
    }

    private VBox card(VersionItem version) {
        var choice = new RadioButton(version.author());
        choice.setMnemonicParsing(false);
        choice.getStyleClass().add("strong");
        choice.setUserData(new Choice(Optional.of(version.desk()), version::value));
        choice.setAccessibleText(texts.get(
                "sync.conflicts.read_version", field.name(), version.text(), version.author(), version.origin()));
        var head = new HBox(8, choice);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(HEAD_HEIGHT);
        if (version.stands()) {
            head.getChildren().add(new Pill(texts.get("sync.conflicts.stands"), Signal.INFO));
        }
        var origin = new Label(version.origin());
        origin.getStyleClass().addAll("tiny", "muted");
        var card = new VBox(6, head, origin, new HighlightedText(version.text(), version.changed()));
        card.setOnMouseClicked(clicked -> choose(choice));
        return asChoice(card, choice);
    }

    private VBox asChoice(VBox card, RadioButton choice) {
        choice.setToggleGroup(group);
        card.getStyleClass().add("version");
        choice.selectedProperty().subscribe(chosen -> card.pseudoClassStateChanged(CHOSEN, chosen));
        return card;
    }

    private static void choose(RadioButton choice) {
        choice.setSelected(true);
        choice.requestFocus();
    }

    private VBox writing(ValueEditor editor) {
        var choice = new RadioButton(texts.get("sync.conflicts.write_anew"));
        choice.setUserData(new Choice(Optional.empty(), editor::value));
        choice.setAccessibleText(field.name() + " " + choice.getText());
        var editing = editor.node();
        editing.focusWithinProperty().subscribe(within -> {
            if (within) {
                choice.setSelected(true);
            }
        });
        editing.managedProperty().bind(editing.visibleProperty());
        editing.visibleProperty().bind(choice.selectedProperty());
        return asChoice(new VBox(6, choice, editing), choice);
    }

    String field() {
        return field.field();
    }

    /// @param reaction runs whenever something is chosen
    void onChoice(Runnable reaction) {
        group.selectedToggleProperty().subscribe(chosen -> reaction.run());
    }

    boolean hasChoice() {
        return group.getSelectedToggle() != null;
    }

    /// @throws dev.calmdesk.base.Problem.Refused if what was written anew cannot be taken
    @Nullable Object value() {
        return ((Choice) group.getSelectedToggle().getUserData()).value().get();
    }

    /// Chooses the version of a desk, if it wrote one.
    void chooseVersionOf(UUID desk) {
        group.getToggles().stream()
                .filter(toggle -> ((Choice) toggle.getUserData()).desk().filter(desk::equals).isPresent())
                .findFirst()
                .ifPresent(group::selectToggle);
    }

    @Override
    public void requestFocus() {
        var first = group.getSelectedToggle() == null ? group.getToggles().getFirst() : group.getSelectedToggle();
        focus(first);
    }

    private static void focus(Toggle toggle) {
        ((RadioButton) toggle).requestFocus();
    }
}
