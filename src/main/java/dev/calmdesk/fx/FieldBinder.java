package dev.calmdesk.fx;

import dev.calmdesk.base.Changes;
import dev.calmdesk.fx.control.DueField;
import dev.calmdesk.fx.control.MultiChoice;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.fx.control.SuggestField;
import dev.calmdesk.fx.control.TreeChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Binds the controls of a form to the properties of a view model by name. The name of a field stands in `userData`:
///
/// - `account.event` on a text field, text area, combo box, choice box, date picker, check box, [DueField],
///   [SegmentedChoice], [MultiChoice], [SuggestField] or [TreeChoice]: its value;
/// - `account.batch?` on a check box or toggle button: whether `account.batch` is among the fields marked "not known";
///   then its control is disabled;
/// - `account.batch!` on a label: shows what is wrong with `account.batch`, see [#mark];
/// - `#remedy.settled,remedy.done` on anything: what settles these points though it is no field, such as a list.
public final class FieldBinder {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final String SETTLES = "#";

    private final Function<String, StringProperty> fields;
    private final Function<String, List<Option>> options;
    private final StringProperty notKnown;

    /// @param fields the property behind a field; dates are ISO, check boxes `"true"` or empty, several codes joined by
    /// commas
    /// @param options what a field offers to choose from
    /// @param notKnown names of the fields marked "not known", joined by commas
    public FieldBinder(
            Function<String, StringProperty> fields,
            Function<String, List<Option>> options,
            StringProperty notKnown) {
        this.fields = fields;
        this.options = options;
        this.notKnown = notKnown;
    }

    /// Binds the whole form.
    ///
    /// @throws IllegalArgumentException if a named control is of a kind that cannot be bound
    public Changes.Subscription bind(Parent root) {
        var bound = new ArrayList<Changes.Subscription>();
        Nodes.within(root).forEach(node -> name(node).ifPresent(name -> {
            if (name.endsWith("?")) {
                bound.add(bindNotKnown(root, node, name.substring(0, name.length() - 1)));
            } else if (!name.endsWith("!") && !name.startsWith(SETTLES)) {
                bound.add(bindValue(node, name));
            }
        }));
        return () -> bound.forEach(Changes.Subscription::close);
    }

    private Changes.Subscription bindValue(Node node, String name) {
        var field = fields.apply(name);
        return switch (node) {
            case SuggestField suggest -> Bound.text(suggest.valueProperty(), field);
            case TextArea area -> {
                area.addEventFilter(KeyEvent.KEY_PRESSED, FieldBinder::leaveByTab);
                yield Bound.text(area.textProperty(), field);
            }
            case TextInputControl input -> Bound.text(input.textProperty(), field);
            case DatePicker picker -> Bound.date(picker, field);
            case ComboBox<?> box -> Bound.options(asOptions(box), options.apply(name), field);
            case ChoiceBox<?> box -> Bound.options(asOptions(box), options.apply(name), field);
            case CheckBox box -> Bound.flag(box.selectedProperty(), field);
            case ToggleButton button -> Bound.flag(button.selectedProperty(), field);
            case SegmentedChoice choice -> {
                if (choice.getOptions().isEmpty()) {
                    choice.setOptions(options.apply(name));
                }
                yield Bound.text(choice.valueProperty(), field);
            }
            case DueField due -> Bound.text(due.valueProperty(), field);
            case TreeChoice tree -> Bound.text(tree.valueProperty(), field);
            case MultiChoice choice -> {
                choice.setOptions(options.apply(name));
                yield Bound.text(choice.valueProperty(), field);
            }
            default ->
                throw new IllegalArgumentException(
                        "Field " + name + " is on a " + node.getClass().getSimpleName() + ", which cannot be bound");
        };
    }

    /// In a form Tab leads to the next field; nobody indents what a customer said.
    private static void leaveByTab(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && !key.isControlDown() && key.getSource() instanceof Node node) {
            node.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        }
    }

    @SuppressWarnings("unchecked") // a form's boxes hold options, by the contract of this class
    private static ComboBox<Option> asOptions(ComboBox<?> box) {
        return (ComboBox<Option>) box;
    }

    @SuppressWarnings("unchecked")
    private static ChoiceBox<Option> asOptions(ChoiceBox<?> box) {
        return (ChoiceBox<Option>) box;
    }

    private Changes.Subscription bindNotKnown(Parent root, Node node, String field) {
        var selected = selectedOf(node, field);
        var membership = Bound.membership(selected, notKnown, field);
        var control = find(root, field);
        control.ifPresent(found -> found.disableProperty().bind(selected));
        return () -> {
            membership.close();
            control.ifPresent(found -> found.disableProperty().unbind());
        };
    }

    private static BooleanProperty selectedOf(Node node, String field) {
        return switch (node) {
            case CheckBox box -> box.selectedProperty();
            case ToggleButton button -> button.selectedProperty();
            default ->
                throw new IllegalArgumentException("Field " + field + "? is on neither check box nor toggle button");
        };
    }

    /// Puts the focus on the control of a field and brings it into sight.
    ///
    /// @return whether there is such a control
    public static boolean focus(Parent root, String field) {
        var control = find(root, field).or(() -> find(root, name -> settles(name, field)));
        control.ifPresent(found -> {
            var target = found.isDisabled() ? find(root, field + "?").orElse(found) : found;
            Reveal.show(target);
            focus(target);
        });
        return control.isPresent();
    }

    /// What is no field hands the focus on to the first thing in it that can take it.
    private static void focus(Node target) {
        var isList = name(target).filter(name -> name.startsWith(SETTLES)).isPresent();
        var first = isList && target instanceof Parent parent ? Nodes.firstFocusable(parent) : Optional.<Node>empty();
        first.orElse(target).requestFocus();
    }

    private static boolean settles(String name, String point) {
        return name.startsWith(SETTLES) && List.of(name.substring(1).split(",")).contains(point);
    }

    /// Marks the named fields as wrong and all others as right.
    ///
    /// @param messages what is wrong, by field, in the user's language; it becomes the help text of the control and the
    /// text of a label named `field!`
    public static void mark(Parent root, Map<String, String> messages) {
        Nodes.within(root).forEach(node -> name(node).ifPresent(name -> {
            if (name.endsWith("!") && node instanceof Label label) {
                var message = messages.getOrDefault(name.substring(0, name.length() - 1), "");
                label.setText(message);
                label.setVisible(!message.isEmpty());
            } else if (name.startsWith(SETTLES)) {
                node.pseudoClassStateChanged(ERROR, messages.keySet().stream().anyMatch(point -> settles(name, point)));
            } else if (!name.endsWith("?")) {
                node.pseudoClassStateChanged(ERROR, messages.containsKey(name));
                node.setAccessibleHelp(messages.get(name));
            }
        }));
    }

    private static Optional<Node> find(Parent root, String name) {
        return find(root, name::equals);
    }

    private static Optional<Node> find(Parent root, Predicate<String> wanted) {
        return named(root).filter(node -> name(node).filter(wanted).isPresent()).findFirst();
    }

    private static Stream<Node> named(Parent root) {
        return Nodes.within(root).filter(node -> name(node).isPresent());
    }

    private static Optional<String> name(Node node) {
        return node.getUserData() instanceof String name && !(node.getParent() instanceof SegmentedChoice)
                ? Optional.of(name)
                : Optional.empty();
    }
}
