package dev.calmdesk.fx.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.FxTest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class EnterTest extends FxTest {

    private final AtomicInteger submitted = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();

    private static void compose(Node target, String text) {
        input(target, List.of(new InputMethodTextRun(text, InputMethodHighlight.UNSELECTED_RAW)), "");
    }

    private static void commit(Node target, String text) {
        input(target, List.of(), text);
    }

    private static void input(Node target, List<InputMethodTextRun> composed, String committed) {
        onFx(() -> Event.fireEvent(
                target,
                new InputMethodEvent(
                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composed, committed, committed.length())));
    }

    private TextField field() {
        return call(() -> {
            var field = new TextField();
            Enter.submits(field, submitted::incrementAndGet, now::get);
            return field;
        });
    }

    private void pass(long millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void enterSubmits() {
        press(field(), KeyCode.ENTER);

        assertThat(submitted).hasValue(1);
    }

    @Test
    void enterDuringACompositionBelongsToTheInputMethod() {
        var field = field();
        compose(field, "yanmai");

        press(field, KeyCode.ENTER);
        press(field, KeyCode.ENTER, Modifier.CTRL);

        assertThat(submitted).hasValue(0);
    }

    @Test
    void theEnterThatCommittedIsNotHeardASecondTime() {
        var field = field();
        compose(field, "yanmai");
        commit(field, "yanmai");
        pass(10);

        press(field, KeyCode.ENTER);

        assertThat(submitted).hasValue(0);
    }

    @Test
    void enterAfterAnotherKeySubmitsAtOnce() {
        var field = field();
        compose(field, "yanmai");
        commit(field, "燕麦");
        press(field, KeyCode.SPACE);

        press(field, KeyCode.ENTER);

        assertThat(submitted).hasValue(1);
    }

    @Test
    void enterAMomentAfterTheCommitSubmits() {
        var field = field();
        compose(field, "yanmai");
        commit(field, "燕麦");
        pass(200);

        press(field, KeyCode.ENTER);

        assertThat(submitted).hasValue(1);
    }

    @Test
    void aCompositionThatWasGivenUpDoesNotBlock() {
        var field = field();
        compose(field, "yan");
        commit(field, "");

        press(field, KeyCode.ENTER);

        assertThat(submitted).hasValue(1);
    }

    @Test
    void inATextAreaShiftEnterBeginsALine() {
        var area = call(() -> {
            var made = new TextArea("好");
            Enter.submits(made, submitted::incrementAndGet, now::get);
            return made;
        });
        onFx(area::end);

        press(area, KeyCode.ENTER, Modifier.SHIFT);
        press(area, KeyCode.ENTER);

        assertThat(area.getText()).isEqualTo("好\n");
        assertThat(submitted).hasValue(1);
    }

    @Test
    void aGuardedSceneKeepsAcceleratorsAndDefaultButtonsFromACompositionsEnter() {
        var defaults = new AtomicInteger();
        var field = call(TextField::new);
        show(call(() -> {
            var button = new Button("OK");
            button.setDefaultButton(true);
            button.setOnAction(pressed -> defaults.incrementAndGet());
            return new VBox(field, button);
        }));
        onFx(() -> {
            field.requestFocus();
            Enter.guard(field.getScene(), now::get);
            field.getScene()
                    .getAccelerators()
                    .put(
                            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
                            submitted::incrementAndGet);
        });

        compose(field, "yanmai");
        press(field, KeyCode.ENTER);
        press(field, KeyCode.ENTER, Modifier.CTRL);
        assertThat(submitted).hasValue(0);
        assertThat(defaults).hasValue(0);

        commit(field, "燕麦");
        pass(200);
        press(field, KeyCode.ENTER);
        press(field, KeyCode.ENTER, Modifier.CTRL);
        assertThat(submitted).hasValue(1);
        assertThat(defaults).hasValue(1);
    }

    @Test
    void theShortcutSubmitsFromAnywhereBelow() {
        var area = call(TextArea::new);
        var form = call(() -> new VBox(area));
        onFx(() -> Enter.submitsWithShortcut(form, submitted::incrementAndGet, now::get));

        compose(area, "yan");
        press(area, KeyCode.ENTER, Modifier.CTRL);
        assertThat(submitted).hasValue(0);

        commit(area, "言");
        pass(200);
        press(area, KeyCode.ENTER, Modifier.CTRL);
        assertThat(submitted).hasValue(1);
    }
}
