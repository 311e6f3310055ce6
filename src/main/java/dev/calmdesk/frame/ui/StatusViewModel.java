package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.frame.DeskStatus.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the lower edge of the window tells: how the desk works, what it recorded, when typed text was saved, what to
/// look after.
public final class StatusViewModel implements AutoCloseable {

    private static final Duration ANEW = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final FrameServices services;
    private final FramePlan plan;
    private final FrameTools tools;
    private final Changes.Subscription changes;
    private final Changes.Subscription ticking;
    private final ReadOnlyStringWrapper recorded = new ReadOnlyStringWrapper(this, "recorded", "");
    private final ReadOnlyStringWrapper knowledge = new ReadOnlyStringWrapper(this, "knowledge", "");
    private final ReadOnlyStringWrapper clockWarning = new ReadOnlyStringWrapper(this, "clockWarning", "");
    private final StringProperty storeWarning = new SimpleStringProperty(this, "storeWarning", "");
    private final ObjectProperty<@Nullable Instant> savedAt = new SimpleObjectProperty<>(this, "savedAt");
    private final BooleanProperty savingFails = new SimpleBooleanProperty(this, "savingFails");
    private final StringBinding saved = Bindings.createStringBinding(this::savedText, savedAt, savingFails);
    private final StringBinding warning = Bindings.createStringBinding(this::warningText, clockWarning, storeWarning);

    StatusViewModel(FrameServices services, FramePlan plan, FrameTools tools) {
        this.services = services;
        this.plan = plan;
        this.tools = tools;
        this.changes = tools.background()
                .whenChanged(services.changes(), Set.of("article", "case", "contact", "promise"), this::reload);
        this.ticking = tools.background().repeat(ANEW, this::reload);
        reload();
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
    String connection() {
        return tools.texts().get(plan.practice() ? "frame.status.practice" : "frame.status.alone");
    }

    String version() {
        return plan.version();
    }

    boolean isPractice() {
        return plan.practice();
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
        changes.close();
        ticking.close();
    }
}
