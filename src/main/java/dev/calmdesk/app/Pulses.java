package dev.calmdesk.app;

import javafx.scene.Scene;

/// Waits until a scene was really drawn.
final class Pulses {

    private Pulses() {}

    /// Runs an action after two layout pulses: then the first picture is on the screen.
    static void afterTwo(Scene scene, Runnable action) {
        var left = new int[] {2};
        var listener = new Runnable[1];
        listener[0] = () -> {
            if (--left[0] == 0) {
                scene.removePostLayoutPulseListener(listener[0]);
                action.run();
            } else {
                scene.getRoot().requestLayout();
            }
        };
        scene.addPostLayoutPulseListener(listener[0]);
        scene.getRoot().requestLayout();
    }
}
