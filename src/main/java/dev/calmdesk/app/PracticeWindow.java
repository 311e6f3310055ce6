package dev.calmdesk.app;

import dev.calmdesk.base.Settings;
import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Appearance;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Pasteboard;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Viewer;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.WindowDialogs;
import dev.calmdesk.fx.WindowFileChoice;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.people.Actor;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The window for practice: the same screens over a workspace in memory, in an orange frame.
final class PracticeWindow implements AutoCloseable {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage = new Stage();
    private final Workspace workspace;
    private final Background background;
    private final DeskWindow window;
    private final IdleLearning learning;
    private final Subscription language;
    private boolean closed;

    PracticeWindow(
            Workspace workspace, Actor actor, Texts texts, Viewer viewer, Theme theme, Appearance appearance) {
        this.workspace = workspace;
        var dialogs = new WindowDialogs(stage, texts, theme, Pasteboard.ofSystem());
        background = new Background(dialogs);
        learning = new IdleLearning(workspace.learning(), background);
        var desk = new Desk(
                workspace, texts, new Views(texts), background, dialogs, new WindowFileChoice(stage, texts),
                viewer, Pasteboard.ofSystem(), appearance, Settings.inMemory());
        window = new DeskWindow(desk, actor, new DeskWindow.Doors(() -> {}, this::close, true));
        var scene = new Scene(window.build(), WIDTH, HEIGHT);
        theme.attach(scene);
        Theme.markPractice(scene, true);
        Enter.guard(scene);
        stage.setScene(scene);
        stage.setTitle(texts.get("app.practice_title"));
        stage.setOnHidden(hidden -> close());
        language = appearance.languageProperty().subscribe((before, now) -> scene.setRoot(window.build()));
    }

    void show() {
        stage.show();
    }

    void toFront() {
        stage.toFront();
    }

    boolean isOpen() {
        return !closed;
    }

    Scene scene() {
        return stage.getScene();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            language.unsubscribe();
            stage.hide();
            window.close();
            learning.close();
            background.close();
            workspace.close();
        }
    }
}
