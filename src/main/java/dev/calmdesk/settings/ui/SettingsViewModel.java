package dev.calmdesk.settings.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.data.Backups;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.People;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What a person may know of and do with this desk: where its data lies, its backups, their own password.
public final class SettingsViewModel implements AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Actor by;
    private final People people;
    private final Database database;
    private final SettingsTools tools;
    private final ObservableList<String> backups = FXCollections.observableArrayList();
    private final StringProperty current = new SimpleStringProperty(this, "current", "");
    private final StringProperty fresh = new SimpleStringProperty(this, "fresh", "");
    private final StringProperty again = new SimpleStringProperty(this, "again", "");
    private final Changes.Subscription changes;
    private final ReadOnlyStringWrapper deskCode = new ReadOnlyStringWrapper(this, "deskCode", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    public SettingsViewModel(Actor by, People people, Database database, SettingsTools tools) {
        this.by = by;
        this.people = people;
        this.database = database;
        this.tools = tools;
        this.changes = tools.background().whenChanged(database.changes(), Set.of(Tx.DESK), this::showDesk);
        showDesk();
        loadBackups();
    }

    private void showDesk() {
        deskCode.set(database.desk().code());
    }

    private void loadBackups() {
        tools.background()
                .run("list backups", () -> database.files().map(Backups::list).orElse(List.of()))
                .then(found -> backups.setAll(found.stream().map(this::time).toList()));
    }

    private String time(Path backup) {
        return TIME.format(Backups.madeAt(backup).atZone(tools.zone()));
    }

    /// Copies the store while everybody works on.
    void backUp() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        tools.background()
                .run("back up", database::backup)
                .then(done -> {
                    tools.dialogs().notice("settings.backup.done");
                    loadBackups();
                })
                .onProblem(tools.dialogs()::problem)
                .whenDone(() -> busy.set(false));
    }

    void changePassword() {
        if (busy.get()) {
            return;
        }
        if (!fresh.get().equals(again.get())) {
            problem.set(tools.texts().get("settings.password.differs"));
            return;
        }
        var old = current.get();
        var chosen = fresh.get();
        busy.set(true);
        problem.set("");
        tools.background()
                .run("change password", () -> people.changePassword(by, old, chosen))
                .then(done -> changed())
                .onProblem(this::refused)
                .whenDone(() -> busy.set(false));
    }

    private void changed() {
        List.of(current, fresh, again).forEach(field -> field.set(""));
        tools.dialogs().notice("settings.password.changed");
    }

    /// A wrong current password comes as the refusal of a sign-in.
    private void refused(Problem refusal) {
        problem.set(
                refusal.textKey().equals("people.problem.sign_in")
                        ? tools.texts().get("settings.password.wrong")
                        : tools.texts().get(refusal));
        current.set("");
    }

    void copyFolder() {
        tools.pasteboard().put(folder());
        tools.dialogs().notice("settings.desk.copied");
    }

    /// Where the store lies; says that it is in memory if it lies nowhere.
    String folder() {
        return database.files()
                .map(StoreFiles::folder)
                .map(path -> path.toAbsolutePath().toString())
                .orElseGet(() -> tools.texts().get("settings.desk.in_memory"));
    }

    boolean isInFiles() {
        return database.files().isPresent();
    }

    /// This desk's short name in case numbers.
    ReadOnlyStringProperty deskCodeProperty() {
        return deskCode.getReadOnlyProperty();
    }

    Texts texts() {
        return tools.texts();
    }

    String version() {
        return tools.version();
    }

    /// Times of the backups that are kept, the newest first.
    ObservableList<String> backups() {
        return backups;
    }

    StringProperty currentProperty() {
        return current;
    }

    StringProperty freshProperty() {
        return fresh;
    }

    StringProperty againProperty() {
        return again;
    }

    /// What stands in the way of the new password; empty if nothing does.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    @Override
    public void close() {
        changes.close();
        List.of(current, fresh, again).forEach(field -> field.set(""));
    }
}
