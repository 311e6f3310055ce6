package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.frame.DeskStatus.Standing;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.people.Actor;
import dev.calmdesk.sync.Conflicts;
import dev.calmdesk.sync.Quarantine;
import dev.calmdesk.sync.SyncPlace;
import dev.calmdesk.sync.SyncServices;
import dev.calmdesk.sync.SyncState;
import dev.calmdesk.sync.ui.StateWords;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the lower edge of the window tells: how the desk works, what it recorded, when typed text was saved, what to
/// look after.
public final class StatusViewModel implements AutoCloseable {

    private static final Duration ANEW = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Actor by;
    private final FrameServices services;
    private final FramePlan plan;
    private final FrameTools tools;
    private final List<Changes.Subscription> subscriptions = new ArrayList<>();
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper(this, "connection", "");
    private final ReadOnlyObjectWrapper<Signal> connectionSignal =
            new ReadOnlyObjectWrapper<>(this, "connectionSignal", Signal.NEUTRAL);
    private final ReadOnlyObjectWrapper<Attention> attention =
            new ReadOnlyObjectWrapper<>(this, "attention", new Attention(0, 0));
    private final ReadOnlyStringWrapper recorded = new ReadOnlyStringWrapper(this, "recorded", "");
    private final ReadOnlyStringWrapper knowledge = new ReadOnlyStringWrapper(this, "knowledge", "");
    private final ReadOnlyStringWrapper clockWarning = new ReadOnlyStringWrapper(this, "clockWarning", "");
    private final StringProperty storeWarning = new SimpleStringProperty(this, "storeWarning", "");
    private final ObjectProperty<@Nullable Instant> savedAt = new SimpleObjectProperty<>(this, "savedAt");
    private final BooleanProperty savingFails = new SimpleBooleanProperty(this, "savingFails");
    private final StringBinding saved = Bindings.createStringBinding(this::savedText, savedAt, savingFails);
    private final StringBinding warning = Bindings.createStringBinding(this::warningText, clockWarning, storeWarning);

    /// What of working with others waits for a person.
    private record Attention(int conflicts, int problems) {
        int sum() {
            return conflicts + problems;
        }
    }

    StatusViewModel(Actor by, FrameServices services, FramePlan plan, FrameTools tools) {
        this.by = by;
        this.services = services;
        this.plan = plan;
        this.tools = tools;
        subscriptions.add(tools.background()
                .whenChanged(services.changes(), Set.of("article", "case", "contact", "promise"), this::reload));
        subscriptions.add(tools.background().repeat(ANEW, this::reload));
        reload();
        connection.set(tools.texts().get(plan.practice() ? "frame.status.practice" : "frame.status.alone"));
        connectionSignal.set(plan.practice() ? Signal.SOON : Signal.NEUTRAL);
        services.sync().ifPresent(this::follow);
    }

    private void follow(SyncServices sync) {
        show(sync.loop().state());
        subscriptions.add(sync.loop().listen(state -> tools.background().onFx(() -> show(state))));
        subscriptions.add(tools.background()
                .whenChanged(
                        services.changes(), Set.of(Conflicts.CHANGED, Quarantine.CHANGED), () -> countAttention(sync)));
        countAttention(sync);
    }

    private void show(SyncState state) {
        connection.set(new StateWords(tools.texts(), this::time).brief(state));
        connectionSignal.set(StateWords.signal(state));
    }

    private void countAttention(SyncServices sync) {
        tools.background()
                .latest(attention)
                .run("count conflicts", () -> new Attention(
                        sync.conflicts().open(by).size(), sync.quarantine().held(by).size()))
                .then(attention::set);
    }

    private void reload() {
        tools.background()
                .latest(this)
                .run("read status", () -> services.status().read())
                .then(this::show);
    }

    private void show(Standing standing) {
        var texts = tools.texts();
        recorded.set(
                plan.practice()
                        ? texts.get("frame.status.practice_store")
                        : texts.get("frame.status.recorded", standing.recordedToday()));
        knowledge.set(texts.get("frame.status.knowledge", standing.articles(), standing.articlesUpdatedToday()));
        clockWarning.set(standing.clockSetBackFrom()
                .map(newest -> texts.get("frame.status.clock_set_back", time(newest)))
                .orElse(""));
    }

    private String savedText() {
        if (savingFails.get()) {
            return tools.texts().get("frame.status.not_saved");
        }
        return savedAt.get() == null ? "" : tools.texts().get("frame.status.saved", time(savedAt.get()));
    }

    private String warningText() {
        return clockWarning.get().isEmpty() ? storeWarning.get() : clockWarning.get();
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(services.status().zone()));
    }

    /// How the desk is connected.
    ReadOnlyStringProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Signal> connectionSignalProperty() {
        return connectionSignal.getReadOnlyProperty();
    }

    /// Conflicts and problems that wait for this person, in words; empty if none do.
    ObservableValue<String> attention() {
        return attention.map(waiting -> Stream.of(
                        counted("frame.status.conflicts", waiting.conflicts()),
                        counted("frame.status.problems", waiting.problems()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    }

    private String counted(String key, int count) {
        return count == 0 ? "" : tools.texts().get(key, count);
    }

    /// The same as a number for the rail; empty if nothing waits.
    public ObservableValue<String> badge() {
        return attention.map(waiting -> waiting.sum() == 0 ? "" : String.valueOf(waiting.sum()));
    }

    /// Whether there is more to be told about working with others.
    boolean isShared() {
        return services.sync().isPresent();
    }

    void openProblems() {
        tools.navigator().go(new SyncPlace(SyncPlace.Page.PROBLEMS));
    }

    void openAttention() {
        if (attention.get().conflicts() > 0) {
            tools.navigator().go(new SyncPlace(SyncPlace.Page.CONFLICTS));
        } else {
            openProblems();
        }
    }

    String version() {
        return plan.version();
    }

    public ReadOnlyStringProperty recordedProperty() {
        return recorded.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty knowledgeProperty() {
        return knowledge.getReadOnlyProperty();
    }

    /// When the newest draft was saved; null while nothing was typed.
    public ObjectProperty<@Nullable Instant> savedAtProperty() {
        return savedAt;
    }

    /// Whether the newest save of a draft failed.
    public BooleanProperty savingFailsProperty() {
        return savingFails;
    }

    /// What is wrong with the store, in words; empty if nothing is.
    public StringProperty storeWarningProperty() {
        return storeWarning;
    }

    StringBinding saved() {
        return saved;
    }

    StringBinding warning() {
        return warning;
    }

    @Override
    public void close() {
        subscriptions.forEach(Changes.Subscription::close);
    }
}
