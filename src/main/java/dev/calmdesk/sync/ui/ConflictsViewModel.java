package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.people.Actor;
import dev.calmdesk.sync.Conflicts;
import dev.calmdesk.sync.Decision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What waits for this person's decision, and what was decided lately.
final class ConflictsViewModel implements AutoCloseable {

    private final Actor by;
    private final Conflicts conflicts;
    private final SyncTools tools;
    private final ConflictReader reader;
    private final Changes.Subscription changes;
    private final ObservableList<ConflictItem> items = FXCollections.observableArrayList();
    private final ObservableList<DecisionItem> decided = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ConflictItem> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    private record Found(List<ConflictItem> open, List<DecisionItem> decided) {}

    ConflictsViewModel(Actor by, Conflicts conflicts, Changes storeChanges, SyncTools tools) {
        this.by = by;
        this.conflicts = conflicts;
        this.tools = tools;
        this.reader = new ConflictReader(tools.words(), tools.texts());
        this.changes = tools.background().whenChanged(storeChanges, Set.of(Conflicts.CHANGED), this::reload);
        reload();
    }

    private void reload() {
        tools.background()
                .latest(this)
                .run("read conflicts", () -> new Found(
                        conflicts.open(by).stream().map(reader::item).toList(),
                        conflicts.recent(by).stream().map(reader::item).toList()))
                .then(this::show);
    }

    /// What a person is deciding stays as it is, unless somebody else changed it.
    private void show(Found found) {
        var before = chosen.get();
        if (!items.equals(found.open())) {
            items.setAll(found.open());
        }
        if (!decided.equals(found.decided())) {
            decided.setAll(found.decided());
        }
        var same = items.stream().filter(item -> before != null && isSame(item, before)).findFirst();
        chosen.set(same.orElse(items.isEmpty() ? null : items.getFirst()));
        loaded.set(true);
    }

    private static boolean isSame(ConflictItem item, ConflictItem other) {
        return id(item).equals(id(other)) && item.conflict().kind().equals(other.conflict().kind());
    }

    private static UUID id(ConflictItem item) {
        return item.conflict().entity();
    }

    /// @param values by field
    void decide(Map<String, ? extends @Nullable Object> values) {
        var item = chosen.get();
        if (busy.get() || item == null || values.isEmpty()) {
            return;
        }
        busy.set(true);
        tools.background()
                .run("decide a conflict", () -> conflicts.decide(by, Objects.requireNonNull(item).conflict(), values))
                .then(decision -> tools.dialogs().undoable(
                        () -> takeBack(decision), "sync.conflicts.done", Unbroken.numbers(item.title())))
                .onProblem(problem -> {
                    tools.dialogs().problem(problem);
                    reload();
                })
                .whenDone(() -> busy.set(false));
    }

    void takeBack(Decision decision) {
        tools.background()
                .run("take a decision back", () -> conflicts.takeBack(by, decision))
                .then(done -> tools.dialogs().notice("sync.conflicts.taken_back"))
                .onProblem(tools.dialogs()::problem);
    }

    void open(ConflictItem item) {
        item.place().ifPresent(tools.navigator()::go);
    }

    SyncTools tools() {
        return tools;
    }

    ObservableList<ConflictItem> items() {
        return items;
    }

    ObservableList<DecisionItem> decided() {
        return decided;
    }

    ObjectProperty<@Nullable ConflictItem> chosenProperty() {
        return chosen;
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
