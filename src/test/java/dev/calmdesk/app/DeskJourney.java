package dev.calmdesk.app;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Settings;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreCopy;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.fx.Appearance;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.WindowDialogs;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.ChosenFiles;
import dev.calmdesk.support.FxTest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// A journey through the real window of a signed-in person, over a copy of the demonstration store in a file.
abstract class DeskJourney extends FxTest {

    private static Workspace demonstration;

    @TempDir
    Path folder;

    protected final List<String> copied = new ArrayList<>();
    protected final List<Path> viewed = new CopyOnWriteArrayList<>();
    protected Workspace workspace;
    protected Appearance appearance;
    protected DeskWindow window;
    protected Actor person;
    protected FileChoice fileChoice = ChosenFiles.of();
    private final Settings settings = Settings.inMemory();
    private Background background;

    @BeforeEach
    void openStore() {
        var clock = Clock.systemUTC();
        var files = new StoreFiles(folder);
        try (var database = Database.open(files, clock, Ids.timeOrdered(clock))) {
            StoreCopy.copy(demonstration().database(), database);
        }
        reopen();
    }

    /// Opens the store that lies in the folder.
    void reopen() {
        var clock = Clock.systemUTC();
        workspace = Workspace.open(new StoreFiles(folder), clock, Ids.timeOrdered(clock));
        workspace.indexes().refresh();
    }

    private static synchronized Workspace demonstration() {
        if (demonstration == null) {
            demonstration = new DemoMaker(Clock.systemUTC()).play(Path.of("target", "demo-evidence"));
        }
        return demonstration;
    }

    @AfterEach
    void closeStore() {
        if (window != null) {
            onFx(window::close);
        }
        if (background != null) {
            background.close();
        }
        workspace.close();
    }

    /// Signs somebody in and opens their window.
    protected void enter(String agentNo) {
        person = workspace.people().find(agentNo).orElseThrow().asActor();
        onFx(() -> {
            stage.setScene(new Scene(new StackPane(), 1280, 800));
            var dialogs = new WindowDialogs(stage, texts, theme, copied::add);
            background = new Background(dialogs);
            appearance = new Appearance(settings, texts, theme, background);
            appearance.use(java.util.Locale.SIMPLIFIED_CHINESE);
            var desk = new Desk(
                    workspace, texts, new Views(texts), background, dialogs, fileChoice, viewed::add, copied::add,
                    appearance, settings);
            window = new DeskWindow(desk, person, new DeskWindow.Doors(() -> {}, () -> {}, false));
        });
        Enter.guard(show(call(() -> window.build())));
    }

    /// Builds the window anew, as a change of language does.
    protected void rebuild() {
        var root = call(() -> window.build());
        onFx(() -> stage.getScene().setRoot(root));
    }

    /// Waits until something is so; fails after twenty seconds.
    protected void await(String what, BooleanSupplier isSo) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> call(isSo::getAsBoolean));
        } catch (TimeoutException e) {
            snapshot("failed-" + getClass().getSimpleName());
            throw new AssertionError("Waited in vain for: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until everything that was asked for is shown.
    protected void settle() {
        await("work is done", background::isIdle);
    }

    /// Waits until a node is on the screen.
    protected <N extends Node> N shown(String selector) {
        await(selector + " is shown", () -> robot.lookup(selector).queryAll().stream().anyMatch(DeskJourney::isOnScreen));
        return call(() -> robot.lookup(selector).<N>queryAll().stream()
                .filter(DeskJourney::isOnScreen)
                .findFirst()
                .orElseThrow());
    }

    /// Whether a node and everything around it is visible.
    protected static boolean isOnScreen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /// The control of a form field, by its name such as `account.event`.
    protected Node field(String name) {
        await("field " + name + " is shown", () -> find(name) != null);
        return call(() -> find(name));
    }

    private Node find(String name) {
        return find(stage.getScene().getRoot(), name);
    }

    private static Node find(Node node, String name) {
        if (!node.isVisible()) {
            return null;
        }
        if (name.equals(node.getUserData())) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                var found = find(child, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    protected void keys(KeyCode... together) {
        robot.press(together);
        var released = new ArrayList<>(List.of(together)).reversed();
        robot.release(released.toArray(KeyCode[]::new));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Moves the focus by Tab until it stands at a field.
    protected void tabTo(String name) {
        tabTo(field(name));
    }

    protected void tabTo(Node target) {
        for (var pressed = 0; pressed < 80; pressed++) {
            if (call(() -> hasFocus(target))) {
                return;
            }
            keys(KeyCode.TAB);
        }
        snapshot("failed-" + getClass().getSimpleName());
        throw new AssertionError("Tab does not reach " + target);
    }

    private boolean hasFocus(Node target) {
        for (Node at = stage.getScene().getFocusOwner(); at != null; at = at.getParent()) {
            if (at == target) {
                return true;
            }
        }
        return false;
    }

    protected void type(String name, String text) {
        tabTo(name);
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Pictures of what is shown, in both tones and larger sizes.
    protected void pictures(String name) {
        settle();
        for (var look : List.of(Appearance.Look.LIGHT, Appearance.Look.DARK)) {
            onFx(() -> appearance.use(look));
            snapshot(name + "-" + look.name().toLowerCase(java.util.Locale.ROOT));
        }
        onFx(() -> appearance.use(Appearance.Look.LIGHT));
    }
}
