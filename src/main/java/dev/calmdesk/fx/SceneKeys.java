package dev.calmdesk.fx;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/// The shortcuts of a screen hold wherever the focus is in its window, as long as the screen is shown.
public final class SceneKeys {

    private SceneKeys() {}

    /// Hears the keys that the control with the focus had no use for.
    public static Subscription hear(Node screen, EventHandler<KeyEvent> keys) {
        return whileShown(
                screen,
                scene -> scene.addEventHandler(KeyEvent.KEY_PRESSED, keys),
                scene -> scene.removeEventHandler(KeyEvent.KEY_PRESSED, keys));
    }

    /// Hears the keys before the control with the focus does; for those that a control would take for itself.
    public static Subscription hearFirst(Node screen, EventHandler<KeyEvent> keys) {
        return whileShown(
                screen,
                scene -> scene.addEventFilter(KeyEvent.KEY_PRESSED, keys),
                scene -> scene.removeEventFilter(KeyEvent.KEY_PRESSED, keys));
    }

    @FunctionalInterface
    private interface Change {
        void on(Scene scene);
    }

    private static Subscription whileShown(Node screen, Change begin, Change end) {
        if (screen.getScene() != null) {
            begin.on(screen.getScene());
        }
        return screen.sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null) {
                        end.on(before);
                    }
                    if (now != null) {
                        begin.on(now);
                    }
                })
                .and(() -> {
                    if (screen.getScene() != null) {
                        end.on(screen.getScene());
                    }
                });
    }
}
