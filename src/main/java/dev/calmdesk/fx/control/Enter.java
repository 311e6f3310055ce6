package dev.calmdesk.fx.control;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keeps the Enter that ends an input method's composition from submitting anything.
///
/// While something is composed, every Enter, with or without Ctrl, belongs to the input method. Some systems deliver
/// that same key press once more after the text was committed; therefore an Enter right behind a commit counts as part
/// of it, until another key is touched or a moment has passed that no finger is quick enough to fall below.
public final class Enter {

    private static final long ECHO_NANOS = 60_000_000;

    private final LongSupplier nanoTime;
    private boolean composing;
    private boolean committed;
    private long committedAt;

    private Enter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Guards every control of a scene, its default button and its accelerators such as Ctrl+Enter. Install it once per
    /// window.
    public static void guard(Scene scene) {
        guard(scene, System::nanoTime);
    }

    static void guard(Scene scene, LongSupplier nanoTime) {
        var enter = new Enter(nanoTime);
        scene.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, enter::follow);
        scene.addEventFilter(KeyEvent.ANY, enter::swallow);
        scene.focusOwnerProperty().addListener((owner, from, to) -> enter.forget());
    }

    /// Makes Enter submit. In a text area Shift+Enter begins a new line.
    public static void submits(TextInputControl field, Runnable action) {
        submits(field, action, System::nanoTime);
    }

    static void submits(TextInputControl field, Runnable action, LongSupplier nanoTime) {
        new Enter(nanoTime).watch(field, event -> {
            if (hasOtherModifier(event)) {
                return;
            }
            if (!event.isShiftDown()) {
                event.consume();
                action.run();
            } else if (field instanceof TextArea) {
                event.consume();
                field.replaceSelection("\n");
            }
        });
    }

    /// Makes Ctrl+Enter (Command+Enter on a Mac) submit, wherever the focus is below a node.
    public static void submitsWithShortcut(Node node, Runnable action) {
        submitsWithShortcut(node, action, System::nanoTime);
    }

    static void submitsWithShortcut(Node node, Runnable action, LongSupplier nanoTime) {
        new Enter(nanoTime).watch(node, event -> {
            if (event.isShortcutDown()) {
                event.consume();
                action.run();
            }
        });
    }

    private static boolean hasOtherModifier(KeyEvent event) {
        return event.isControlDown() || event.isAltDown() || event.isMetaDown();
    }

    /// One filter does both: consuming an event does not keep it from other filters of the same node.
    private void watch(Node node, Consumer<KeyEvent> enterPressed) {
        node.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::follow);
        node.addEventFilter(KeyEvent.ANY, event -> {
            swallow(event);
            if (!event.isConsumed() && event.getEventType() == KeyEvent.KEY_PRESSED && isEnter(event)) {
                enterPressed.accept(event);
            }
        });
        node.focusedProperty().addListener((focused, was, is) -> forget());
    }

    private void follow(InputMethodEvent event) {
        composing = !event.getComposed().isEmpty();
        committed = !composing && !event.getCommitted().isEmpty();
        committedAt = nanoTime.getAsLong();
    }

    private void swallow(KeyEvent event) {
        if (isEnter(event)) {
            if (composing || isEcho()) {
                event.consume();
            }
        } else if (!composing) {
            committed = false;
        }
    }

    private boolean isEcho() {
        return committed && nanoTime.getAsLong() - committedAt < ECHO_NANOS;
    }

    private static boolean isEnter(KeyEvent event) {
        return event.getEventType() == KeyEvent.KEY_TYPED
                ? event.getCharacter().equals("\r") || event.getCharacter().equals("\n")
                : event.getCode() == KeyCode.ENTER;
    }

    private void forget() {
        composing = false;
        committed = false;
    }
}
