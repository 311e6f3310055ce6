package dev.calmdesk.support;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A test with a window: 1280×800 at the corner of the screen, in the product's font and theme, needing no display.
/// [#robot] is for journeys; [#onFx] with `fire()` and `setText` is three times as fast for the logic of one form.
public abstract class FxTest {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final Path SCREENS = Path.of("target", "screens");

    static {
        WaitForAsyncUtils.printException = false; // a failed test says it once
    }

    protected final FxRobot robot = new FxRobot();
    protected final Texts texts = new Texts(Locale.SIMPLIFIED_CHINESE);
    protected Stage stage;
    protected Theme theme;

    @BeforeEach
    protected void openStage() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        theme = call(() -> new Theme(Theme.Tone.LIGHT));
    }

    @AfterEach
    void closeWindows() {
        onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    /// Puts a tree into the window and waits until it is drawn.
    protected Scene show(Parent root) {
        var scene = call(() -> {
            var made = root.getScene() == null ? new Scene(root, WIDTH, HEIGHT) : root.getScene();
            theme.attach(made);
            stage.setX(0);
            stage.setY(0);
            stage.setScene(made);
            stage.show();
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return scene;
    }

    /// Runs on the FX thread and waits until everything it caused is done.
    protected static void onFx(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    protected static <T> T call(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
    }

    protected static void press(Node target, KeyCode key, Modifier... modifiers) {
        var held = List.of(modifiers);
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            var event = new KeyEvent(
                    type,
                    "",
                    key.getChar(),
                    key,
                    held.contains(Modifier.SHIFT),
                    held.contains(Modifier.CTRL),
                    held.contains(Modifier.ALT),
                    false);
            onFx(() -> Event.fireEvent(target, event));
        }
    }

    /// A key held down with another.
    public enum Modifier {
        SHIFT,
        CTRL,
        ALT
    }

    /// The robot's clicks carry no modifiers on a headless platform; this one clicks as a person would.
    protected static void click(Node target) {
        var middle = call(() -> {
            var bounds = target.getBoundsInLocal();
            return target.localToScene(bounds.getCenterX(), bounds.getCenterY());
        });
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
            onFx(() -> Event.fireEvent(
                    target,
                    new MouseEvent(
                            type, middle.getX(), middle.getY(), middle.getX(), middle.getY(), MouseButton.PRIMARY, 1,
                            false, false, false, false, true, false, false, false, false, true,
                            new PickResult(target, middle.getX(), middle.getY()))));
        }
    }

    /// Writes the window as it looks now to `target/screens/<name>.png`.
    protected Path snapshot(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        return write(call(() -> stage.getScene().snapshot(null)), name);
    }

    /// Draws a tree in any size without a window: the screen of the headless platform is small.
    protected Path picture(Parent root, int width, int height, String name) {
        return write(
                call(() -> {
                    var scene = root.getScene() == null ? new Scene(root, width, height) : root.getScene();
                    theme.attach(scene);
                    scene.getRoot().applyCss();
                    scene.snapshot(null); // lists make their cells
                    return scene.snapshot(null);
                }),
                name);
    }

    private static Path write(Image image, String name) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var reader = image.getPixelReader();
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                pixels.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        var file = SCREENS.resolve(name + ".png");
        try {
            Files.createDirectories(SCREENS);
            ImageIO.write(pixels, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
