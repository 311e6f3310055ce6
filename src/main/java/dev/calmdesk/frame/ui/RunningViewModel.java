package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.fx.Elapsed;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.people.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/// The contact that runs while the person looks at other things.
///
/// A draft runs if somebody touched it not long ago, or is in it: what a crash left behind this morning is unfinished,
/// but nobody is on the line any more.
public final class RunningViewModel implements AutoCloseable {

    private static final Duration TOUCHED = Duration.ofMinutes(30);

    private final Actor by;
    private final FrameServices services;
    private final FrameTools tools;
    private final Changes.Subscription drafts;
    private final Subscription places;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyObjectWrapper<Signal> signal = new ReadOnlyObjectWrapper<>(this, "signal", Signal.LATE);
    private List<Draft> running = List.of();

    RunningViewModel(Actor by, FrameServices services, FrameTools tools) {
        this.by = by;
        this.services = services;
        this.tools = tools;
        this.drafts = tools.background().whenChanged(services.changes(), Set.of(Draft.CHANGED), this::reload);
        this.places = tools.navigator().placeProperty().subscribe(this::reload);
        reload();
    }

    private void reload() {
        tools.background()
                .latest(this)
                .run("load running contacts", () -> services.drafts().unfinished(by.id()))
                .then(this::show);
    }

    private void show(List<Draft> unfinished) {
        var now = services.clock().instant();
        running = unfinished.stream()
                .filter(draft -> draft.answeredAt() != null && draft.isContact())
                .filter(draft -> isHere(draft) || draft.savedAt().isAfter(now.minus(TOUCHED)))
                .sorted(Comparator.comparing((Draft draft) -> draft.endedAt() != null)
                        .thenComparing(draft -> !isHere(draft))
                        .thenComparing(Draft::savedAt, Comparator.reverseOrder()))
                .toList();
        tick();
    }

    private boolean isHere(Draft draft) {
        return tools.navigator()
                .current()
                .filter(new ContactPlace(draft.id())::equals)
                .isPresent();
    }

    void tick() {
        if (running.isEmpty()) {
            text.set("");
            return;
        }
        var draft = running.getFirst();
        signal.set(draft.endedAt() == null && draft.heldSince() == null ? Signal.LATE : Signal.SOON);
        var words = tools.texts().get("frame.running.text", state(draft), Elapsed.text(time(draft)));
        text.set(running.size() == 1 ? words : tools.texts().get("frame.running.more", words, running.size() - 1));
    }

    private String state(Draft draft) {
        if (draft.endedAt() != null) {
            return tools.texts().get("frame.running.after_call");
        }
        if (draft.heldSince() != null) {
            return tools.texts().get("frame.running.held");
        }
        return draft.channel() == Channel.PHONE
                ? tools.texts().get("frame.running.call")
                : tools.texts().name(Objects.requireNonNull(draft.channel()));
    }

    private Duration time(Draft draft) {
        return Duration.between(begin(draft), services.clock().instant());
    }

    private static Instant begin(Draft draft) {
        return draft.endedAt() != null
                ? draft.endedAt()
                : draft.heldSince() != null ? draft.heldSince() : Objects.requireNonNull(draft.answeredAt());
    }

    Optional<Draft> first() {
        return running.stream().findFirst();
    }

    /// Empty while no contact runs.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Signal> signalProperty() {
        return signal.getReadOnlyProperty();
    }

    @Override
    public void close() {
        drafts.close();
        places.unsubscribe();
    }
}
