package dev.calmdesk.fx;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.NoticeBar;
import dev.calmdesk.fx.control.Signal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Dialogs of one window: questions float above it without locking it, notices and problems appear in its bar. Also the
/// error reporter of the window: logs a bug once and shows its code.
public final class WindowDialogs implements Dialogs, ErrorReporter {

    private static final Logger LOG = LoggerFactory.getLogger(WindowDialogs.class);

    private final Window owner;
    private final Texts texts;
    private final Theme theme;
    private final Pasteboard pasteboard;
    private final NoticeBar bar = new NoticeBar();
    private @Nullable Dialog<ButtonType> open;

    public WindowDialogs(Window owner, Texts texts, Theme theme, Pasteboard pasteboard) {
        this.owner = owner;
        this.texts = texts;
        this.theme = theme;
        this.pasteboard = pasteboard;
    }

    /// The bar of the window, for its frame to place.
    public Parent bar() {
        return bar;
    }

    @Override
    public void confirm(Message question, String actionKey, Runnable action) {
        var act = new ButtonType(texts.get(actionKey), ButtonData.OK_DONE);
        var not = new ButtonType(texts.get("fx.dialog.cancel"), ButtonData.CANCEL_CLOSE);
        var dialog = dialog(texts.get(question.titleKey()), text(question), List.of(act, not));
        show(dialog, answer -> {
            if (answer == act) {
                action.run();
            }
        });
    }

    @Override
    public void inform(Message message) {
        var read = new ButtonType(texts.get("fx.dialog.read"), ButtonData.OK_DONE);
        show(dialog(texts.get(message.titleKey()), text(message), List.of(read)), answer -> {});
    }

    @Override
    public void problem(Problem problem) {
        var lines = new ArrayList<String>();
        lines.add(texts.get(problem));
        if (problem instanceof Problem.Incomplete incomplete) {
            incomplete.points().forEach(point -> lines.add("· " + texts.get(point.textKey())));
        }
        bar.show(String.join("\n", lines), Signal.LATE, texts.get("fx.notice.close"));
    }

    @Override
    public void notice(String textKey, Object... arguments) {
        bar.show(texts.get(textKey, arguments), Signal.OK, texts.get("fx.notice.close"));
    }

    @Override
    public void offering(String actionKey, Runnable action, String textKey, Object... arguments) {
        bar.show(texts.get(textKey, arguments), texts.get(actionKey), action, texts.get("fx.notice.close"));
    }

    @Override
    public void undoable(Runnable undo, String textKey, Object... arguments) {
        bar.show(texts.get(textKey, arguments), texts.get("fx.notice.undo"), undo, texts.get("fx.notice.close"));
    }

    @Override
    public void report(String work, Throwable error) {
        if (error instanceof Problem problem) {
            problem(problem);
            return;
        }
        var code = ErrorCode.of(error);
        LOG.error("Failed with code {}: {}", code, work, error);
        var copy = new ButtonType(texts.get("fx.error.copy"), ButtonData.OTHER);
        var read = new ButtonType(texts.get("fx.dialog.read"), ButtonData.OK_DONE);
        show(dialog(texts.get("fx.error.title"), texts.get("fx.error.text", code), List.of(copy, read)), answer -> {
            if (answer == copy) {
                pasteboard.put(code + "\n" + work + "\n" + stack(error));
            }
        });
    }

    private static String stack(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private String text(Message message) {
        return texts.get(message.textKey(), message.arguments().toArray());
    }

    private Dialog<ButtonType> dialog(String title, String text, List<ButtonType> buttons) {
        var dialog = new Dialog<ButtonType>();
        dialog.initModality(Modality.NONE);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        var words = new Label(text);
        words.setWrapText(true);
        words.setMaxWidth(440);
        var pane = dialog.getDialogPane();
        pane.getStyleClass().add("question");
        pane.setHeaderText(title);
        pane.setContent(words);
        pane.getButtonTypes().setAll(buttons);
        theme.attach(pane.getScene());
        buttons.stream()
                .filter(type -> type.getButtonData() == ButtonData.OK_DONE)
                .map(pane::lookupButton)
                .forEach(button -> button.getStyleClass().add("primary"));
        return dialog;
    }

    /// A newer question replaces one that was not answered.
    private void show(Dialog<ButtonType> dialog, java.util.function.Consumer<@Nullable ButtonType> answered) {
        if (open != null) {
            open.close();
        }
        open = dialog;
        dialog.setOnHidden(hidden -> {
            if (open == dialog) {
                open = null;
            }
            answered.accept(dialog.getResult());
        });
        dialog.show();
    }
}
