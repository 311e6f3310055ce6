package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.people.Actor;
import dev.calmdesk.sync.Quarantine;
import java.nio.file.Files;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the hub did not take, and what a person does about it.
final class ProblemsViewModel implements AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Actor by;
    private final Quarantine quarantine;
    private final UnsentExport unsent;
    private final SyncTools tools;
    private final ProblemReader reader;
    private final Changes.Subscription changes;
    private final ObservableList<ProblemItem> items = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    ProblemsViewModel(Actor by, Quarantine quarantine, UnsentExport unsent, Changes storeChanges, SyncTools tools) {
        this.by = by;
        this.quarantine = quarantine;
        this.unsent = unsent;
        this.tools = tools;
        this.reader = new ProblemReader(tools.words(), tools.texts());
        this.changes = tools.background().whenChanged(storeChanges, Set.of(Quarantine.CHANGED), this::reload);
        reload();
    }

    private void reload() {
        tools.background()
                .latest(this)
                .run("read problems", () -> quarantine.held(by).stream().map(reader::item).toList())
                .then(found -> {
                    items.setAll(found);
                    loaded.set(true);
                });
    }

    void sendAgain(ProblemItem item) {
        settle("send again", () -> quarantine.sendAgain(by, item.held()), "sync.problems.sent_again");
    }

    void keepHere(ProblemItem item) {
        settle("keep here", () -> quarantine.keepHere(item.held()), "sync.problems.kept_here");
    }

    private void settle(String name, Runnable work, String done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        tools.background()
                .run(name, work::run)
                .then(settled -> tools.dialogs().notice(done))
                .onProblem(tools.dialogs()::problem)
                .whenDone(() -> {
                    busy.set(false);
                    reload();
                });
    }

    void copy(ProblemItem item) {
        tools.pasteboard().put(item.asText());
        tools.dialogs().notice("sync.problems.copied");
    }

    /// Writes all of them into a text file.
    void export() {
        var text = items.stream().map(ProblemItem::asText).collect(Collectors.joining("\n"));
        tools.files()
                .save("sync.problems.export", "calmdesk-problems.txt", FileChoice.Type.of("sync.problems.text_file", "txt"))
                .ifPresent(file -> tools.background()
                        .run("export problems", () -> Files.writeString(file, text))
                        .then(written -> tools.dialogs().notice("sync.problems.exported", written)));
    }

    /// Writes everything that the hub does not have into a folder of the person's choice.
    void exportUnsent() {
        tools.files().folder("sync.unsent.export").ifPresent(folder -> {
            var name = folder.resolve("calmdesk-unsent-" + TIME.format(tools.clock().instant().atZone(tools.zone())));
            tools.background()
                    .run("export unsent work", () -> unsent.write(name))
                    .then(count -> tools.dialogs().notice("sync.unsent.exported", count, folder))
                    .onProblem(tools.dialogs()::problem);
        });
    }

    void open(ProblemItem item) {
        item.place().ifPresent(tools.navigator()::go);
    }

    SyncTools tools() {
        return tools;
    }

    ObservableList<ProblemItem> items() {
        return items;
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    @Override
    public void close() {
        changes.close();
    }
}
