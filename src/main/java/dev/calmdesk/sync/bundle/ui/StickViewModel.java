package dev.calmdesk.sync.bundle.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.people.Actor;
import dev.calmdesk.sync.Joining;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncServices;
import dev.calmdesk.sync.bundle.DeskBundles;
import dev.calmdesk.sync.bundle.DeskBundles.Taken;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// How a desk without a network joins a hub and exchanges with it by files.
public final class StickViewModel implements AutoCloseable {

    private final Actor by;
    private final SyncServices services;
    private final DeskBundles bundles;
    private final StickTools tools;
    private final Changes.Subscription changes;
    private final StringProperty code = new SimpleStringProperty(this, "code", "");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyObjectWrapper<Way> way = new ReadOnlyObjectWrapper<>(this, "way", Way.UNKNOWN);
    private boolean isBusy;

    /// How this desk meets its hub.
    enum Way {
        /// Not read yet.
        UNKNOWN,
        /// It has none.
        NONE,
        STICK,
        NETWORK
    }

    public StickViewModel(Actor by, SyncServices services, DeskBundles bundles, StickTools tools) {
        this.by = by;
        this.services = services;
        this.bundles = bundles;
        this.tools = tools;
        this.changes = tools.background().whenChanged(services.changes(), Set.of(Replica.LINK), this::reload);
        reload();
    }

    private void reload() {
        tools.background()
                .latest(this)
                .run("read the hub", () -> services.replica().link().map(StickViewModel::way).orElse(Way.NONE))
                .then(way::set);
    }

    private static Way way(Link link) {
        return link.isOnNetwork() ? Way.NETWORK : Way.STICK;
    }

    /// Why this person may not bring the desk to a hub; empty if they may.
    String whyNot() {
        return Joining.whyNot(by).map(tools.texts()::get).orElse("");
    }

    void join() {
        Joining.whyNot(by).ifPresent(refusal -> {
            throw refusal;
        });
        var secret = code.get();
        if (secret.isBlank()) {
            problem.set(tools.texts().get("sync.stick.code_missing"));
            return;
        }
        first("sync.stick.join").ifPresent(file -> run("join by a file", () -> {
            bundles.join(file, secret);
            return tools.texts().get("sync.stick.joined");
        }));
    }

    void write() {
        tools.files()
                .save("sync.stick.write", bundles.suggestedName())
                .ifPresent(file -> run("write a bundle", () -> {
                    var written = bundles.write(file);
                    return tools.texts().get("sync.bundle.written", written.entries(), written.files());
                }));
    }

    void read() {
        first("sync.stick.read").ifPresent(file -> run("read an answer", () -> said(bundles.read(file))));
    }

    private String said(Taken taken) {
        var counts = tools.texts().get(
                "sync.bundle.taken", taken.answered(), taken.rejected(), taken.entries(), taken.files());
        return taken.isWhole() ? counts : counts + "\n" + tools.texts().get("sync.bundle.again");
    }

    private Optional<Path> first(String titleKey) {
        return tools.files().open(titleKey).stream().findFirst();
    }

    /// Pressing again meanwhile does nothing; a button that goes grey would lose the focus.
    private void run(String name, Callable<String> work) {
        if (isBusy) {
            return;
        }
        isBusy = true;
        result.set("");
        problem.set("");
        tools.background()
                .run(name, work)
                .then(said -> {
                    code.set("");
                    result.set(said);
                    services.loop().wake(); // it counts what waits
                })
                .onProblem(this::show)
                .whenDone(() -> isBusy = false);
    }

    private void show(Problem refused) {
        problem.set(tools.texts().get(refused));
    }

    StickTools tools() {
        return tools;
    }

    StringProperty codeProperty() {
        return code;
    }

    /// What the last step did; empty if it failed, or there was none.
    ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Why the last step failed; empty if it did not.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Way> wayProperty() {
        return way.getReadOnlyProperty();
    }

    @Override
    public void close() {
        changes.close();
    }
}
