package dev.calmdesk.fx.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.fx.FieldBinder;
import dev.calmdesk.fx.control.TreeChoice.Branch;
import dev.calmdesk.support.FxTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// The controls that ask for things in forms.
class FieldControlsTest extends FxTest {

    private final Map<String, StringProperty> fields = new HashMap<>();
    private final StringProperty notKnown = new SimpleStringProperty("");

    private StringProperty field(String name) {
        return fields.computeIfAbsent(name, fresh -> new SimpleStringProperty(""));
    }

    private static final List<Branch> TREE = List.of(
            new Branch(new Option("a", "食品"), List.of(new Option("a/1", "异物"), new Option("a/2", "变味"))),
            new Branch(new Option("b", "未能查明"), List.of()));

    @Test
    void aTreeIsChosenInTwoSteps() {
        var tree = call(TreeChoice::new);
        onFx(() -> tree.setBranches(TREE));
        show(new VBox(tree));
        var groups = boxes(tree).getFirst();
        var entries = boxes(tree).getLast();

        onFx(() -> groups.setValue(TREE.getFirst().group()));
        assertThat(tree.getValue()).isEmpty();
        assertThat(entries.getItems()).extracting(Option::code).containsExactly("a/1", "a/2");

        onFx(() -> entries.setValue(entries.getItems().getLast()));
        assertThat(tree.getValue()).isEqualTo("a/2");

        onFx(() -> groups.setValue(TREE.getLast().group()));
        assertThat(tree.getValue()).isEqualTo("b");
        assertThat(entries.isDisabled()).isTrue();

        onFx(() -> tree.setValue("a/1"));
        assertThat(groups.getValue().code()).isEqualTo("a");
        assertThat(entries.getValue().code()).isEqualTo("a/1");

        onFx(() -> tree.setValue("gone"));
        assertThat(groups.getValue()).isNull();
        assertThat(entries.getValue()).isNull();
    }

    @SuppressWarnings("unchecked")
    private static List<ComboBox<Option>> boxes(TreeChoice tree) {
        return tree.getChildren().stream().map(box -> (ComboBox<Option>) box).toList();
    }

    @Test
    void aStrictFieldHoldsTheCodeAndShowsTheLabel() {
        var field = call(SuggestField::new);
        onFx(() -> {
            field.setStrict(true);
            field.setLabels(code -> code.equals("10442") ? "燕麦奶" : code);
            field.setOnTyped(typed -> field.getSuggestions().setAll(new Option("10442", "燕麦奶"), new Option("10443", "咖啡师款")));
            field.setValue("10442");
        });
        var other = new TextField();
        show(new VBox(field, other));
        assertThat(field.getText()).isEqualTo("燕麦奶");

        onFx(field::requestFocus);
        onFx(() -> field.setText("咖"));
        press(field, KeyCode.DOWN);
        press(field, KeyCode.DOWN);
        press(field, KeyCode.ENTER);
        assertThat(field.getValue()).isEqualTo("10443");
        assertThat(field.getText()).isEqualTo("咖啡师款");

        onFx(() -> field.setText("没有这种"));
        onFx(other::requestFocus);
        assertThat(field.getValue()).isEqualTo("10443");
        assertThat(field.getText()).isEqualTo("10443");

        onFx(field::requestFocus);
        onFx(field::clear);
        assertThat(field.getValue()).isEmpty();
    }

    @Test
    void anOpenFieldKeepsWhatIsTyped() {
        var field = call(SuggestField::new);
        onFx(() -> field.setOnTyped(typed -> field.getSuggestions().setAll(new Option("L260911-1", "L260911-1 · 保质期"))));
        show(new VBox(field));
        onFx(field::requestFocus);
        onFx(() -> field.setText("L2609"));
        press(field, KeyCode.ENTER);
        assertThat(field.getValue()).isEqualTo("L2609");

        onFx(() -> field.choose(field.getSuggestions().getFirst()));
        assertThat(field.getText()).isEqualTo("L260911-1");
        assertThat(field.getValue()).isEqualTo("L260911-1");
    }

    @Test
    void aHeadLabelsItsFieldAndSaysWhatIsWrong() {
        var head = call(FieldHead::new);
        var text = new TextField();
        onFx(() -> {
            head.setText("生产批号");
            head.setName("account.batch");
            head.setNotKnown("不详");
            text.setUserData("account.batch");
        });
        var form = new VBox(head, text);
        show(form);
        onFx(() -> new FieldBinder(this::field, name -> List.of(), notKnown).bind(form));

        var label = (Label) head.getChildren().getFirst();
        assertThat(label.getLabelFor()).isSameAs(text);

        onFx(() -> FieldBinder.mark(form, Map.of("account.batch", "必填")));
        assertThat(head.lookupAll(".field-error")).allMatch(node -> node.isVisible() && ((Label) node).getText().equals("必填"));

        onFx(() -> ((ToggleButton) head.lookup(".not-known")).setSelected(true));
        assertThat(notKnown.get()).isEqualTo("account.batch");
        assertThat(text.isDisabled()).isTrue();
    }

    @Test
    void aListThatSettlesAPointIsMarkedAndHandsTheFocusOn() {
        var button = new Button("添加补救");
        var list = new VBox(new Label("补救"), button);
        list.setUserData("#remedy.allowed,remedy.settled");
        var form = new VBox(new TextField(), list);
        show(form);
        onFx(() -> new FieldBinder(this::field, name -> List.of(), notKnown).bind(form));

        onFx(() -> FieldBinder.mark(form, Map.of("remedy.settled", "必填")));
        assertThat(list.getPseudoClassStates()).anyMatch(state -> state.getPseudoClassName().equals("error"));
        assertThat(call(() -> FieldBinder.focus(form, "remedy.allowed"))).isTrue();
        assertThat(button.isFocused()).isTrue();
        assertThat(call(() -> FieldBinder.focus(form, "task.answered"))).isFalse();
        assertThat(fields).isEmpty();
    }

    @Test
    void columnsLineUpWhateverStandsInThem() {
        var above = columns(new Region(), new Label("很长很长很长很长的一段文字"), new Region());
        var wide = new Region();
        Columns.setSpan(wide, 2);
        var below = columns(wide, new Region());
        var box = new VBox(above, below);
        show(box);

        assertThat(above.getChildren().getLast().getLayoutX()).isEqualTo(below.getChildren().getLast().getLayoutX());
        assertThat(below.getChildren().getLast().getLayoutBounds().getMaxX() + below.getChildren().getLast().getLayoutX())
                .isLessThanOrEqualTo(below.getWidth());
    }

    private static Columns columns(Region... children) {
        var columns = call(Columns::new);
        onFx(() -> columns.getChildren().setAll(children));
        return columns;
    }

    @Test
    void aDueTimeIsTakenFromWhatIsOfferedOrTyped() {
        var now = Instant.parse("2026-11-22T06:00:00Z");
        var due = call(DueField::new);
        onFx(() -> {
            due.setTime(() -> now, ZoneId.of("Asia/Shanghai"));
            due.setPresets("PT30M, 0@18:00, 3@10:00");
            due.sayTimesWith(time -> "@" + time);
        });
        show(new VBox(due));
        var buttons = due.getChildren().stream().filter(Button.class::isInstance).map(Button.class::cast).toList();
        assertThat(buttons).extracting(Button::getText)
                .containsExactly("+30′", "@2026-11-22T10:00:00Z", "@2026-11-25T02:00:00Z");

        onFx(buttons.getLast()::fire);
        assertThat(due.getValue()).isEqualTo("2026-11-25T02:00:00Z");

        onFx(() -> ((TextField) due.getChildren().getFirst()).setText("明天 10:00"));
        assertThat(due.getValue()).isEqualTo("2026-11-23T02:00:00Z");
        onFx(() -> ((TextField) due.getChildren().getFirst()).setText("尽快"));
        assertThat(due.getValue()).isEmpty();
    }
}
