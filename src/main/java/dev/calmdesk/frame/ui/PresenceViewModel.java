package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.fx.Elapsed;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Presence;
import dev.calmdesk.people.PresenceState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the person is doing as far as customers are concerned, for how long, and the way to change it.
public final class PresenceViewModel implements AutoCloseable {

    /// What a person may choose; signing out is the way to be offline.
    static final List<PresenceState> CHOICES = List.of(
            PresenceState.READY, PresenceState.BUSY, PresenceState.AFTER_CALL, PresenceState.BREAK,
            PresenceState.TRAINING);

    private final Actor by;
    private final FrameServices services;
    private final FrameTools tools;
    private final Changes.Subscription subscription;
    private final ReadOnlyObjectWrapper<PresenceState> state =
            new ReadOnlyObjectWrapper<>(this, "state", PresenceState.OFFLINE);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private @Nullable Presence current;

    PresenceViewModel(Actor by, FrameServices services, FrameTools tools) {
        this.by = by;
        this.services = services;
        this.tools = tools;
        this.subscription = tools.background()
                .whenChanged(services.changes(), Set.of(Presence.KIND.name()), this::reload);
        reload();
    }

    private void reload() {
        tools.background()
                .latest(this)
                .run("load presence", () -> services.presences().current(by.id()))
                .then(found -> show(found.orElse(null)));
    }

    private void show(@Nullable Presence presence) {
        current = presence;
        state.set(presence == null ? PresenceState.OFFLINE : presence.state());
        tick();
    }

    /// Minutes are enough: seconds would make the top bar restless.
    void tick() {
        var name = tools.texts().name(state.get());
        if (current == null) {
            text.set(name);
            return;
        }
        var time = Duration.between(current.fromAt(), services.clock().instant());
        text.set(tools.texts().get("frame.presence.text", name, minutes(time)));
    }

    private String minutes(Duration time) {
        return time.toHours() > 0
                ? Elapsed.hours(time)
                : tools.texts().get("frame.presence.minutes", Math.max(0, time.toMinutes()));
    }

    void choose(PresenceState chosen) {
        switchTo(chosen, () -> {});
    }

    void switchTo(PresenceState chosen, Runnable done) {
        tools.background()
                .run("switch presence", () -> services.presences().switchTo(by, chosen))
                .then(presence -> {
                    show(presence);
                    done.run();
                });
    }

    static Signal signalOf(PresenceState state) {
        return switch (state) {
            case READY -> Signal.OK;
            case BUSY, TRAINING -> Signal.INFO;
            case AFTER_CALL -> Signal.SOON;
            case BREAK, OFFLINE -> Signal.NEUTRAL;
        };
    }

    public ReadOnlyObjectProperty<PresenceState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscription.close();
    }
}
