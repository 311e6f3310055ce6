package dev.calmdesk.fx;

import dev.calmdesk.base.Changes;
import dev.calmdesk.fx.control.Option;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The two-way bindings [FieldBinder] is made of. The property wins at the start; afterwards each follows the other.
final class Bound {

    private static final String TRUE = "true";

    /// A combo box cannot tell its prompt from a value by itself.
    private static final PseudoClass UNSET = PseudoClass.getPseudoClass("unset");

    private Bound() {}

    static Changes.Subscription text(StringProperty shown, StringProperty field) {
        return both(shown, field, () -> shown.set(text(field)), () -> field.set(text(shown)));
    }

    static Changes.Subscription flag(BooleanProperty shown, StringProperty field) {
        return both(
                shown, field, () -> shown.set(TRUE.equals(field.get())), () -> field.set(shown.get() ? TRUE : ""));
    }

    /// Whether a field is in a list of names.
    static Changes.Subscription membership(BooleanProperty shown, StringProperty list, String member) {
        return both(shown, list, () -> shown.set(members(list).contains(member)), () -> {
            var all = members(list);
            if (shown.get() ? all.add(member) : all.remove(member)) {
                list.set(String.join(",", all));
            }
        });
    }

    private static Set<String> members(StringProperty list) {
        return new LinkedHashSet<>(
                Arrays.stream(text(list).split(",")).filter(name -> !name.isEmpty()).toList());
    }

    static Changes.Subscription date(DatePicker picker, StringProperty field) {
        return both(
                picker.valueProperty(),
                field,
                () -> picker.setValue(date(text(field))),
                () -> field.set(picker.getValue() == null ? "" : picker.getValue().toString()));
    }

    private static @Nullable LocalDate date(String iso) {
        try {
            return iso.isEmpty() ? null : LocalDate.parse(iso);
        } catch (DateTimeException e) {
            return null; // somebody wrote words where now a date is asked for
        }
    }

    static Changes.Subscription options(ComboBox<Option> box, List<Option> options, StringProperty field) {
        box.setConverter(new Labels(box.getItems()));
        box.valueProperty().subscribe(option -> box.pseudoClassStateChanged(UNSET, option == null));
        return options(box.getItems(), box.valueProperty(), options, field);
    }

    static Changes.Subscription options(ChoiceBox<Option> box, List<Option> options, StringProperty field) {
        box.setConverter(new Labels(box.getItems()));
        return options(box.getItems(), box.valueProperty(), options, field);
    }

    private static Changes.Subscription options(
            ObservableList<Option> items,
            Property<@Nullable Option> shown,
            List<Option> options,
            StringProperty field) {
        items.setAll(options);
        return both(
                shown,
                field,
                () -> shown.setValue(option(items, text(field))),
                () -> field.set(shown.getValue() == null ? "" : shown.getValue().code()));
    }

    /// A code that is no longer offered is still shown, as it is.
    private static @Nullable Option option(List<Option> options, String code) {
        return code.isEmpty()
                ? null
                : options.stream()
                        .filter(option -> option.code().equals(code))
                        .findFirst()
                        .orElseGet(() -> new Option(code, code));
    }

    private static String text(StringProperty property) {
        return Objects.requireNonNullElse(property.get(), "");
    }

    private static Changes.Subscription both(
            ObservableValue<?> shown, StringProperty field, Runnable toShown, Runnable toField) {
        toShown.run();
        var busy = new boolean[1];
        ChangeListener<Object> whenShown = (changed, from, to) -> once(busy, toField);
        ChangeListener<Object> whenField = (changed, from, to) -> once(busy, toShown);
        shown.addListener(whenShown);
        field.addListener(whenField);
        return () -> {
            shown.removeListener(whenShown);
            field.removeListener(whenField);
        };
    }

    private static void once(boolean[] busy, Runnable action) {
        if (!busy[0]) {
            busy[0] = true;
            try {
                action.run();
            } finally {
                busy[0] = false;
            }
        }
    }

    private static final class Labels extends StringConverter<Option> {
        private final ObservableList<Option> items;

        Labels(ObservableList<Option> items) {
            this.items = items;
        }

        @Override
        public String toString(@Nullable Option option) {
            return option == null ? "" : option.label();
        }

        @Override
        public @Nullable Option fromString(@Nullable String label) {
            return items.stream()
                    .filter(option -> option.label().equals(label))
                    .findFirst()
                    .orElse(null);
        }
    }
}
