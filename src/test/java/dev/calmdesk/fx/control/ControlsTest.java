package dev.calmdesk.fx.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.FxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class ControlsTest extends FxTest {

    @Test
    void arrowKeysAndDigitsChooseASegment() {
        var choice = call(SegmentedChoice::new);
        onFx(() -> choice.setNumbers("1..5"));
        show(call(() -> new VBox(choice)));
        onFx(choice::requestFocus);

        press(focused(), KeyCode.RIGHT);
        assertThat(choice.getValue()).isEqualTo("1");
        press(focused(), KeyCode.RIGHT);
        press(focused(), KeyCode.RIGHT);
        assertThat(choice.getValue()).isEqualTo("3");
        press(focused(), KeyCode.LEFT);
        assertThat(choice.getValue()).isEqualTo("2");
        robot.write("5");
        assertThat(choice.getValue()).isEqualTo("5");
        press(focused(), KeyCode.RIGHT);
        assertThat(choice.getValue()).isEqualTo("5");
        assertThat(focused()).isInstanceOf(ToggleButton.class).extracting(Node::getUserData).isEqualTo("5");
    }

    @Test
    void aChosenSegmentStaysChosenUnlessItMayBeCleared() {
        var choice = call(() -> new SegmentedChoice(List.of(new Option("Y", "是"), new Option("N", "否"))));
        var yes = (ToggleButton) choice.getChildren().getFirst();

        onFx(yes::fire);
        onFx(yes::fire);
        assertThat(choice.getValue()).isEqualTo("Y");
        assertThat(yes.isSelected()).isTrue();

        onFx(() -> choice.setClearable(true));
        onFx(yes::fire);
        assertThat(choice.getValue()).isEmpty();
    }

    @Test
    void manyChoicesKeepTheOrderOfTheOptionsAndForeignCodes() {
        var choice = call(MultiChoice::new);
        onFx(() -> {
            choice.setPromptText("可多选");
            choice.setOptions(List.of(new Option("A", "甲"), new Option("B", "乙")));
        });
        assertThat(choice.getText()).isEqualTo("可多选");

        onFx(() -> {
            choice.setValue("X,B");
            ((CheckBox) ((CustomMenuItem) choice.getItems().getFirst()).getContent()).fire();
        });

        assertThat(choice.getValue()).isEqualTo("A,B,X");
        assertThat(choice.getText()).isEqualTo("甲 · 乙");
    }

    @Test
    void stepsAreChosenByArrowKeysAndKeepTheFocusWhenTheyChange() {
        var chosen = new ArrayList<Integer>();
        var stepper = call(Stepper::new);
        onFx(() -> {
            stepper.setOnChosen(chosen::add);
            stepper.getSteps().setAll(step("安抚", Stepper.State.CURRENT), step("记录", Stepper.State.TODO));
        });
        show(call(() -> new VBox(stepper)));
        onFx(() -> stepper.getChildren().getFirst().requestFocus());

        press(focused(), KeyCode.RIGHT);
        onFx(() -> ((Button) focusedNow()).fire());
        assertThat(chosen).containsExactly(1);

        onFx(() -> stepper.getSteps().setAll(step("安抚", Stepper.State.DONE), step("记录", Stepper.State.CURRENT)));
        assertThat(focused().getUserData()).isEqualTo(1);
        assertThat(focused().getAccessibleText()).isEqualTo("2/2 记录 五要素");
    }

    private static Stepper.Step step(String title, Stepper.State state) {
        return new Stepper.Step(title, "五要素", state);
    }

    @Test
    void theSearchBoxSubmitsClearsAndLeadsDown() {
        var submitted = new AtomicInteger();
        var down = new AtomicInteger();
        var box = call(SearchBox::new);
        onFx(() -> {
            box.setOnSubmit(submitted::incrementAndGet);
            box.setOnDown(down::incrementAndGet);
        });
        show(call(() -> new VBox(box)));
        onFx(box::requestFocus);

        robot.write("燕麦");
        press(box.getField(), KeyCode.ENTER);
        press(box.getField(), KeyCode.DOWN);
        assertThat(box.getText()).isEqualTo("燕麦");
        assertThat(submitted).hasValue(1);
        assertThat(down).hasValue(1);

        press(box.getField(), KeyCode.ESCAPE);
        assertThat(box.getText()).isEmpty();
    }

    @Test
    void aChosenPlaceStaysChosenWhenPressedAgain() {
        var pressed = new AtomicInteger();
        var item = call(() -> new RailItem("工作台", "fth-home"));
        onFx(() -> item.setOnAction(event -> pressed.incrementAndGet()));

        onFx(item::fire);
        onFx(item::fire);

        assertThat(item.isSelected()).isTrue();
        assertThat(pressed).hasValue(2);
    }

    @Test
    void markedRangesOutsideTheTextAreCut() {
        var text = call(() -> new HighlightedText("燕麦奶", List.of(new HighlightedText.Range(1, 9))));
        show(call(() -> new VBox(text)));

        assertThat(text.getText()).isEqualTo("燕麦奶");
        assertThat(text.getAccessibleText()).isEqualTo("燕麦奶");
    }

    private Node focused() {
        return call(this::focusedNow);
    }

    private Node focusedNow() {
        return stage.getScene().getFocusOwner();
    }
}
