package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Backups;
import dev.calmdesk.data.StoreFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// The store did not open: what happened, and the ways out. Nothing that was saved is touched before the person decides.
public final class StartProblemViewModel {

    private final Problem problem;
    private final StoreFiles files;
    private final StartWays ways;
    private final StartTools tools;
    private final ReadOnlyStringWrapper backupTime = new ReadOnlyStringWrapper(this, "backupTime", "");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final BooleanProperty asking = new SimpleBooleanProperty(this, "asking");
    private @Nullable Path backup;

    public StartProblemViewModel(Problem problem, StoreFiles files, StartWays ways, StartTools tools) {
        this.problem = problem;
        this.files = files;
        this.ways = ways;
        this.tools = tools;
        tools.background().run("look for backups", () -> Backups.newest(files)).then(this::offer);
    }

    private void offer(Optional<Path> newest) {
        newest.ifPresent(found -> {
            backup = found;
            backupTime.set(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(tools.texts().language())
                    .format(Backups.madeAt(found).atZone(ZoneId.systemDefault())));
        });
    }

    String what() {
        return tools.texts().get(problem);
    }

    String folder() {
        return files.folder().toAbsolutePath().toString();
    }

    void tryAgain() {
        busy.set(true);
        ways.tryAgain().run();
    }

    /// Restoring takes two steps: this one only asks.
    void askToRestore() {
        asking.set(true);
    }

    void keepAsItIs() {
        asking.set(false);
    }

    void restore() {
        if (backup == null) {
            return;
        }
        var chosen = backup;
        asking.set(false);
        busy.set(true);
        tools.background()
                .run("restore backup", () -> Backups.restore(files, chosen, tools.clock().instant()))
                .then(aside -> ways.tryAgain().run())
                .onProblem(refusal -> {
                    busy.set(false);
                    note.set(tools.texts().get(refusal));
                });
    }

    void openFolder() {
        tools.fileChoice().folder("frame.start.choose_folder").ifPresent(ways.openFolder());
    }

    void copyDetails() {
        var details = new StringWriter();
        details.append(folder()).append('\n');
        problem.printStackTrace(new PrintWriter(details));
        tools.pasteboard().put(details.toString());
        note.set(tools.texts().get("frame.start.copied"));
    }

    void quit() {
        ways.quit().run();
    }

    /// When the newest backup was made; empty if there is none.
    ReadOnlyStringProperty backupTimeProperty() {
        return backupTime.getReadOnlyProperty();
    }

    /// Whether the person is asked if they want to restore.
    BooleanProperty askingProperty() {
        return asking;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What came of the last act; empty if there is nothing to say.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }
}
