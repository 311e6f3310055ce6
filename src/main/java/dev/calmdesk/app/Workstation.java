package dev.calmdesk.app;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Settings;
import dev.calmdesk.base.Texts;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.frame.ui.StartProblemController;
import dev.calmdesk.frame.ui.StartProblemViewModel;
import dev.calmdesk.frame.ui.StartTools;
import dev.calmdesk.frame.ui.StartWays;
import dev.calmdesk.fx.Appearance;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Pasteboard;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Viewer;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.WindowDialogs;
import dev.calmdesk.fx.WindowFileChoice;
import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.ui.SignInController;
import dev.calmdesk.people.ui.SignInViewModel;
import dev.calmdesk.workplace.Demonstration;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop program: shows its frame at once, opens the store behind it, lets somebody sign in, and opens a practice
/// window beside the live one.
public final class Workstation extends Application {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1120;
    private static final double LEAST_HEIGHT = 640;

    /// JavaFX makes the application itself and returns nothing from it.
    private static final AtomicReference<@Nullable Problem> LAST_PROBLEM = new AtomicReference<>();

    private final InstantSource clock = Clock.systemUTC();
    private final StackPane root = new StackPane();
    private final Texts texts = new Texts(Locale.getDefault());
    private Options options = new Options(Path.of(""), false, false);
    private Settings settings = Settings.inMemory();
    private @Nullable Shared shared;
    private @Nullable Workspace workspace;
    private @Nullable DeskWindow window;
    private @Nullable PracticeWindow practice;
    private @Nullable IdleLearning learning;

    /// How the program was started.
    ///
    /// @param data folder of the store
    /// @param demo whether a demonstration store is made there if the folder holds none
    /// @param exitAfterPaint whether it ends by itself once the first screen is drawn, for training and checks
    public record Options(Path data, boolean demo, boolean exitAfterPaint) {

        String[] asArguments() {
            return new String[] {"--data=" + data, "--demo=" + demo, "--exit-after-paint=" + exitAfterPaint};
        }

        static Options of(Map<String, String> named) {
            return new Options(
                    Path.of(named.getOrDefault("data", "")),
                    Boolean.parseBoolean(named.get("demo")),
                    Boolean.parseBoolean(named.get("exit-after-paint")));
        }
    }

    /// What lives as long as the main window.
    private record Shared(
            Stage stage, Views views, Theme theme, Background background, WindowDialogs dialogs, Appearance appearance) {}

    /// Runs until the last window is closed.
    ///
    /// @throws Problem if this system has no window to offer, or what kept the store closed, if nobody was to be asked
    ///     what to do about it
    public static void launch(Options options) {
        try {
            Application.launch(Workstation.class, options.asArguments());
        } catch (RuntimeException e) {
            throw lacksWindows(e) ? Problem.unavailable("app.problem.no_window", e, e.getMessage()) : e;
        }
        var problem = LAST_PROBLEM.get();
        if (problem != null) {
            throw problem;
        }
    }

    /// How JavaFX says that there is no display, or no library to draw with.
    private static boolean lacksWindows(RuntimeException launching) {
        return launching instanceof UnsupportedOperationException || launching.getCause() instanceof LinkageError;
    }

    /// Runs before there is a window and off its thread, so it may read files.
    @Override
    public void init() {
        options = Options.of(getParameters().getNamed());
        settings = Settings.load(new StoreFiles(options.data()).settings());
    }

    @Override
    public void start(Stage stage) {
        var theme = new Theme(Theme.Tone.LIGHT);
        var dialogs = new WindowDialogs(stage, texts, theme, Pasteboard.ofSystem());
        var background = new Background(dialogs);
        var appearance = new Appearance(settings, texts, theme, background);
        shared = new Shared(stage, new Views(texts), theme, background, dialogs, appearance);
        var scene = new Scene(root, Math.min(WIDTH, screenWidth()), Math.min(HEIGHT, screenHeight()));
        theme.attach(scene);
        Enter.guard(scene);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setTitle(texts.get("app.title"));
        var waiting = new EmptyState();
        waiting.setTitle(texts.get(options.demo() ? "app.opening_demo" : "app.opening"));
        root.getChildren().setAll(waiting);
        stage.show();
        appearance.languageProperty().subscribe((before, now) -> rebuild());
        open(options.data());
    }

    private static double screenWidth() {
        return Screen.getPrimary().getVisualBounds().getWidth();
    }

    private static double screenHeight() {
        return Screen.getPrimary().getVisualBounds().getHeight();
    }

    private Shared shared() {
        return java.util.Objects.requireNonNull(shared);
    }

    private void open(Path folder) {
        var files = new StoreFiles(folder);
        shared().background()
                .run("open store", () -> Opening.open(files, options.demo(), clock))
                .then(this::opened)
                .onProblem(problem -> showProblem(problem, files));
    }

    private void opened(Workspace opened) {
        workspace = opened;
        opened.indexes().follow(task -> shared().background().run("refresh an index", task::run));
        shared().background().run("refresh the indexes", () -> opened.indexes().refresh());
        shared().background().run("back up", () -> Opening.backUpDaily(opened));
        opened.sync().start();
        learning = new IdleLearning(opened.learning(), shared().background());
        showSignIn();
    }

    private void show(Parent screen) {
        root.getChildren().setAll(screen);
        if (options.exitAfterPaint()) {
            Pulses.afterTwo(root.getScene(), Platform::exit);
        }
    }

    private void showProblem(Problem problem, StoreFiles files) {
        if (options.exitAfterPaint()) {
            LAST_PROBLEM.set(problem);
        }
        var ways = new StartWays(() -> open(files.folder()), this::open, Platform::exit);
        var tools = new StartTools(
                shared().background(), texts, new WindowFileChoice(shared().stage(), texts), Pasteboard.ofSystem(), clock);
        var model = new StartProblemViewModel(problem, files, ways, tools);
        var view = shared().views().load(
                StartProblemController.class,
                Map.of(StartProblemController.class, () -> new StartProblemController(model, texts)));
        show(view.root());
        view.controller().focus();
    }

    private void showSignIn() {
        var opened = java.util.Objects.requireNonNull(workspace);
        shared().background()
                .run("look for a demonstration", () -> opened.workplace().first(Demonstration.TOPIC, any -> true))
                .then(demonstration -> showSignIn(opened, demonstration));
    }

    private void showSignIn(Workspace opened, Optional<Demonstration> demonstration) {
        var model = new SignInViewModel(
                opened.people(), opened.presences(), demonstration.map(Demonstration::password), this::signedIn,
                shared().background(), texts);
        var view = shared().views().load(
                SignInController.class, SignInController.controllers(model, shared().appearance(), texts));
        show(view.root());
        view.controller().focus();
    }

    private void signedIn(Actor actor) {
        var opened = java.util.Objects.requireNonNull(workspace);
        var desk = new Desk(
                opened, texts, shared().views(), shared().background(), shared().dialogs(),
                new WindowFileChoice(shared().stage(), texts), viewer(), Pasteboard.ofSystem(), shared().appearance(),
                settings);
        window = new DeskWindow(
                desk, actor, new DeskWindow.Doors(() -> practise(actor), this::signedOut, false));
        show(window.build());
    }

    private Viewer viewer() {
        return file -> getHostServices().showDocument(file.toUri().toString());
    }

    private void signedOut() {
        if (window != null) {
            window.close();
            window = null;
        }
        showSignIn();
    }

    private void practise(Actor actor) {
        if (practice != null && practice.isOpen()) {
            practice.toFront();
            return;
        }
        var opened = java.util.Objects.requireNonNull(workspace);
        shared().background()
                .run("open practice", () -> Practice.open(opened, clock))
                .then(made -> {
                    practice = new PracticeWindow(
                            made, actor, texts, viewer(), shared().theme(), shared().appearance());
                    practice.show();
                })
                .onProblem(shared().dialogs()::problem);
    }

    /// The language changed: what stands is built anew, what is being typed stays.
    private void rebuild() {
        shared().stage().setTitle(texts.get("app.title"));
        if (window != null) {
            show(window.build());
        } else if (workspace != null) {
            showSignIn();
        }
    }

    /// Saves what is being typed, waits for running work and closes the store.
    @Override
    public void stop() {
        if (practice != null) {
            practice.close();
        }
        if (window != null) {
            window.close();
        }
        if (learning != null) {
            learning.close();
        }
        if (workspace != null) {
            workspace.indexes().rest();
        }
        if (shared != null) {
            shared.background().close();
        }
        if (workspace != null) {
            workspace.close();
        }
    }
}
