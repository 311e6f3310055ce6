package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Money;
import dev.calmdesk.base.Problem;
import dev.calmdesk.fx.control.DueField;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.ShownAs;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.sync.ui.ConflictItem.FieldItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// Writes a value anew, in the control that fits its type.
final class ValueEditor {

    private final Node node;
    private final FieldItem field;
    private final Supplier<@Nullable Object> reading;

    private ValueEditor(Node node, FieldItem field, Supplier<@Nullable Object> reading) {
        this.node = node;
        this.field = field;
        this.reading = reading;
        node.setAccessibleText(field.name());
    }

    /// @return empty for a field that is only chosen between versions
    static Optional<ValueEditor> of(FieldItem field, SyncTools tools) {
        return switch (field.editing().form()) {
            case NONE -> Optional.empty();
            case TEXT -> Optional.of(text(field));
            case NUMBER -> Optional.of(typed(field, typed -> number(typed, field)));
            case MONEY -> Optional.of(typed(field, typed -> Money.parse(typed, field.currency()).minor()));
            case CHOICE -> Optional.of(choice(field));
            case YES_NO -> Optional.of(yesNo(field, tools));
            case TIME -> Optional.of(time(field, tools));
            case DATE -> Optional.of(date(field));
            case ITEMS -> Optional.of(items(field));
        };
    }

    private static ValueEditor text(FieldItem field) {
        var area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(3);
        return new ValueEditor(area, field, () -> blankToNull(area.getText()));
    }

    private static ValueEditor typed(FieldItem field, Function<String, Object> parse) {
        var line = new TextField();
        line.setMaxWidth(240);
        return new ValueEditor(line, field, () -> {
            var typed = blankToNull(line.getText());
            return typed == null ? null : parse.apply(typed);
        });
    }

    private static Object number(String typed, FieldItem field) {
        try {
            return Long.valueOf(typed);
        } catch (NumberFormatException e) {
            throw Problem.refused("sync.problem.not_a_number", field.name());
        }
    }

    private static ValueEditor choice(FieldItem field) {
        var box = new ComboBox<Option>();
        box.getItems().setAll(field.editing().options());
        box.setConverter(new ShownAs<>(Option::label));
        return new ValueEditor(box, field, () -> box.getValue() == null ? null : box.getValue().code());
    }

    private static ValueEditor yesNo(FieldItem field, SyncTools tools) {
        var choice = new SegmentedChoice(List.of(
                new Option("true", tools.texts().get("cases.words.yes")),
                new Option("false", tools.texts().get("sync.words.no"))));
        return new ValueEditor(
                choice, field, () -> choice.getValue().isEmpty() ? null : Boolean.valueOf(choice.getValue()));
    }

    private static ValueEditor time(FieldItem field, SyncTools tools) {
        var due = new DueField();
        due.setTime(tools.clock(), tools.zone());
        due.setMaxWidth(520);
        return new ValueEditor(due, field, () -> due.getValue().isEmpty() ? null : Instant.parse(due.getValue()));
    }

    private static ValueEditor date(FieldItem field) {
        var picker = new DatePicker();
        return new ValueEditor(picker, field, () -> picker.getValue() == null ? null : picker.getValue().toString());
    }

    private static ValueEditor items(FieldItem field) {
        var options = field.editing().options();
        var pane = new FlowPane(12, 6);
        options.forEach(option -> {
            var box = new CheckBox(option.label());
            box.setMnemonicParsing(false);
            box.setSelected(true);
            pane.getChildren().add(box);
        });
        return new ValueEditor(pane, field, () -> IntStream.range(0, options.size())
                .filter(i -> ((CheckBox) pane.getChildren().get(i)).isSelected())
                .mapToObj(i -> options.get(i).code())
                .toList());
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    Node node() {
        return node;
    }

    /// @throws Problem.Refused if nothing is there and something must be, or it cannot be read
    @Nullable Object value() {
        var value = reading.get();
        if (value == null && !field.editing().mayBeEmpty()) {
            throw Problem.refused("sync.problem.value_missing", field.name());
        }
        return value;
    }
}
