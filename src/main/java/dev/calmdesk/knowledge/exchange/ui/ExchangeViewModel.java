package dev.calmdesk.knowledge.exchange.ui;

import dev.calmdesk.fx.FileChoice.Type;
import dev.calmdesk.fx.Work;
import dev.calmdesk.knowledge.exchange.Exports;
import dev.calmdesk.knowledge.exchange.Format;
import dev.calmdesk.knowledge.exchange.Headings;
import dev.calmdesk.knowledge.exchange.Imports;
import dev.calmdesk.knowledge.exchange.Plan;
import dev.calmdesk.people.Actor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Takes articles in by a plan that is looked at first, writes them out, publishes them. One thing at a time.
public final class ExchangeViewModel implements AutoCloseable {

    private static final Type TABLES = Type.of("knowledge.import.tables", "csv", "tsv", "txt", "xlsx");

    private final Actor by;
    private final Services services;
    private final ExchangeTools tools;
    private final Headings headings;
    private final ReadOnlyObjectWrapper<Optional<Pending>> pending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanProperty onlyProblems = new SimpleBooleanProperty();
    private final ObservableList<Plan.Row> rows = FXCollections.observableArrayList();

    /// What the page asks.
    public record Services(Imports imports, Exports exports, Publisher publisher) {}

    /// An import that is looked at.
    record Pending(Path path, Plan plan) {}

    public ExchangeViewModel(Actor by, Services services, ExchangeTools tools) {
        this.by = by;
        this.services = services;
        this.tools = tools;
        this.headings = new Headings(tools.texts());
        onlyProblems.subscribe((before, now) -> list(pending.get()));
    }

    void importFile() {
        tools.files().open("knowledge.import.file", TABLES).stream().findFirst().ifPresent(this::look);
    }

    void importFolder() {
        tools.files().folder("knowledge.import.folder").ifPresent(this::look);
    }

    private void look(Path path) {
        run("plan an import", () -> services.imports().plan(path, headings)).ifPresent(work -> work.then(plan -> {
            onlyProblems.set(false);
            show(Optional.of(new Pending(path, plan)));
        }));
    }

    private void show(Optional<Pending> now) {
        list(now);
        pending.set(now);
    }

    private void list(Optional<Pending> looked) {
        rows.setAll(looked.map(shown -> shown.plan().rows()).orElse(List.of()).stream()
                .filter(row -> !onlyProblems.get() || row.fate() == Plan.Fate.REFUSED)
                .toList());
    }

    /// Writes what the plan says, without what it refuses: the button says how many those are.
    void carryOut() {
        pending.get().ifPresent(shown -> run(
                        "carry out an import", () -> services.imports().carryOut(by, shown.plan(), true))
                .ifPresent(work -> work.then(written -> {
                    show(Optional.empty());
                    tools.dialogs().notice("knowledge.import.done", written);
                })));
    }

    void cancel() {
        show(Optional.empty());
    }

    void export(Format format) {
        var chosen = format == Format.MD
                ? tools.files().folder("knowledge.export.folder")
                : tools.files().save(
                        "knowledge.export.file", tools.texts().get("knowledge.export.name") + "." + format.ending(),
                        Type.of("knowledge.import.tables", format.ending()));
        chosen.ifPresent(path -> run("export articles", () -> services.exports().write(path, format, null, headings))
                .ifPresent(work -> work.then(written -> tools.dialogs().offering(
                        "knowledge.export.show", () -> open(format == Format.MD ? path : path.toAbsolutePath().getParent()),
                        "knowledge.export.done", written, path.getFileName()))));
    }

    void publish() {
        tools.files().folder("knowledge.site.folder").ifPresent(folder -> run(
                        "publish the faq", () -> services.publisher().publish(folder))
                .ifPresent(work -> work.then(published -> tools.dialogs().offering(
                        "knowledge.site.show", () -> open(published.main()),
                        "knowledge.site.done", published.articles(), published.languages(), folder.getFileName()))));
    }

    private void open(Path path) {
        tools.background().run("show what was written", () -> tools.viewer().show(path));
    }

    /// @return empty if something else runs: pressing again meanwhile does nothing
    private <T> Optional<Work<T>> run(String name, java.util.concurrent.Callable<T> work) {
        if (busy.get()) {
            return Optional.empty();
        }
        busy.set(true);
        return Optional.of(tools.background()
                .<T>run(name, work)
                .onProblem(tools.dialogs()::problem)
                .whenDone(() -> busy.set(false)));
    }

    ExchangeTools tools() {
        return tools;
    }

    /// The import that is looked at.
    ReadOnlyObjectProperty<Optional<Pending>> pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    BooleanProperty onlyProblemsProperty() {
        return onlyProblems;
    }

    ObservableList<Plan.Row> rows() {
        return rows;
    }

    @Override
    public void close() {
        pending.set(Optional.empty());
    }
}
