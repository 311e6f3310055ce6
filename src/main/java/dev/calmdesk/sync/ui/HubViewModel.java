package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.people.Actor;
import dev.calmdesk.sync.Joining;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncServices;
import dev.calmdesk.sync.SyncState;
import dev.calmdesk.sync.file.FileSpeed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What a person may know of this desk's hub, and how the desk joins one.
public final class HubViewModel implements AutoCloseable {

    private static final int KILO = 1024;

    private final Actor by;
    private final SyncServices services;
    private final FileSpeed fileSpeed;
    private final SyncTools tools;
    private final UnaryOperator<String> teamName;
    private final LineViewModel line;
    private final Changes.Subscription changes;
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final StringProperty code = new SimpleStringProperty(this, "code", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<Optional<Membership>> membership =
            new ReadOnlyObjectWrapper<>(this, "membership", Optional.empty());

    /// What this desk is at its hub.
    record Membership(Link link, String team) {}

    /// @param teamName says the scope of a team
    public HubViewModel(
            Actor by, SyncServices services, FileSpeed fileSpeed, SyncTools tools, UnaryOperator<String> teamName) {
        this.by = by;
        this.services = services;
        this.fileSpeed = fileSpeed;
        this.tools = tools;
        this.teamName = teamName;
        this.line = new LineViewModel(services.loop(), tools);
        this.changes = tools.background().whenChanged(services.changes(), Set.of(Replica.LINK), this::reload);
        reload();
    }

    private void reload() {
        tools.background()
                .latest(this)
                .run("read the hub", () -> services.replica().link()
                        .map(link -> new Membership(link, teamName.apply(link.teamScope()))))
                .then(found -> {
                    found.ifPresent(member -> address.set(member.link().url()));
                    membership.set(found);
                });
    }

    void join() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        var hub = address.get();
        var once = code.get();
        tools.background()
                .run("join a hub", () -> services.joining().join(by, hub, once))
                .then(link -> {
                    code.set("");
                    tools.dialogs().notice("sync.hub.joined");
                    services.loop().wake();
                })
                .onProblem(refusal -> problem.set(tools.texts().get(refusal)))
                .whenDone(() -> busy.set(false));
    }

    /// Why this person may not bring the desk to a hub; empty if they may.
    String whyNot() {
        return Joining.whyNot(by).map(tools.texts()::get).orElse("");
    }

    /// What may be chosen, and what was: somebody may have written another into the file of settings.
    List<Option> fileSpeeds() {
        return Stream.concat(FileSpeed.CHOICES.stream(), Stream.of(fileSpeed.chosen()))
                .distinct()
                .map(kilobytes -> new Option(String.valueOf(kilobytes), speed(kilobytes)))
                .toList();
    }

    private String speed(int kilobytes) {
        if (kilobytes <= 0) {
            return tools.texts().get("sync.hub.file_speed.unlimited");
        }
        return kilobytes % KILO == 0
                ? tools.texts().get("sync.hub.file_speed.megabytes", kilobytes / KILO)
                : tools.texts().get("sync.hub.file_speed.kilobytes", kilobytes);
    }

    String fileSpeed() {
        return String.valueOf(fileSpeed.chosen());
    }

    void useFileSpeed(String kilobytes) {
        tools.background().run("save settings", () -> fileSpeed.choose(Integer.parseInt(kilobytes)));
    }

    void syncNow() {
        line.syncNow();
    }

    SyncTools tools() {
        return tools;
    }

    StateWords words() {
        return line.words();
    }

    ReadOnlyObjectProperty<SyncState> stateProperty() {
        return line.stateProperty();
    }

    ReadOnlyObjectProperty<Optional<Membership>> membershipProperty() {
        return membership.getReadOnlyProperty();
    }

    StringProperty addressProperty() {
        return address;
    }

    StringProperty codeProperty() {
        return code;
    }

    /// Why the desk was not let in; empty if it was, or nobody asked.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    @Override
    public void close() {
        changes.close();
        line.close();
    }
}
