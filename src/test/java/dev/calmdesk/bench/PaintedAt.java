package dev.calmdesk.bench;

import com.sun.javafx.application.PlatformImpl;
import dev.calmdesk.app.Launcher;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Runs the product or a bare window in a process of its own and prints when the first screen was drawn: both end
/// themselves then, and what they do after it does not count.
public final class PaintedAt {

    static final String MARK = "painted at ";
    static final String BARE = "bare";

    private PaintedAt() {}

    public static void main(String[] arguments) {
        PlatformImpl.addListener(new PlatformImpl.FinishListener() {
            @Override
            public void idle(boolean implicitExit) {
                // the last window was closed: not how these end
            }

            @Override
            public void exitCalled() {
                System.out.println(MARK + System.currentTimeMillis());
            }
        });
        if (arguments[0].equals(BARE)) {
            Application.launch(Bare.class);
        } else {
            Launcher.main(arguments);
        }
    }

    /// The least a window can be: a line of text.
    public static final class Bare extends Application {

        private int pulses;

        @Override
        public void start(Stage stage) {
            var scene = new Scene(new StackPane(new Label("Calmdesk")), 1440, 900);
            stage.setScene(scene);
            scene.addPostLayoutPulseListener(() -> {
                if (++pulses == 2) {
                    Platform.exit();
                } else {
                    scene.getRoot().requestLayout();
                }
            });
            stage.show();
        }
    }
}
