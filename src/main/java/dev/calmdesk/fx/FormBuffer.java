package dev.calmdesk.fx;

import dev.calmdesk.base.Changes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands in a form while a person types: one text property per field. Every change is saved after a short pause
/// that further typing does not prolong, so nothing typed is ever older than the pause and one write away from the disk.
/// A save that failed is reported once and tried again until it succeeds, whether or not anything more is typed.
///
/// Properties belong to the FX thread; saving runs in the background, one save at a time, always with what stands there
/// at that moment.
public final class FormBuffer {

    /// From a keystroke to the beginning of its save.
    private static final Duration PAUSE = Duration.ofMillis(120);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(FormBuffer.class);

    private final Map<String, StringProperty> fields = new HashMap<>();
    private final Map<String, String> typed = new ConcurrentHashMap<>();
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    private final Object oneSaveAtATime = new Object();
    private final Background background;
    private final Saver saver;
    private final ReadOnlyObjectWrapper<@Nullable Instant> savedAt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper failing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper edits = new ReadOnlyLongWrapper();
    private Changes.Subscription tries = () -> {};
    private volatile boolean isDirty;
    private volatile boolean hasFailed;
    private volatile boolean isEnded;

    /// Writes all fields; called off the FX thread.
    @FunctionalInterface
    public interface Saver {

        /// @return when it was saved
        @SuppressWarnings("java:S112") // a saver may fail as it likes
        Instant save(Map<String, String> fields) throws Exception;
    }

    /// @param initial what is saved already
    public FormBuffer(Map<String, String> initial, Background background, Saver saver) {
        this.background = background;
        this.saver = saver;
        typed.putAll(initial);
        failing.subscribe(this::tryAgainWhile);
    }

    private void tryAgainWhile(boolean isFailing) {
        tries.close();
        tries = isFailing ? background.repeat(BETWEEN_TRIES, this::flush) : () -> {};
    }

    /// The property behind a field; the same one each time, never null inside.
    public StringProperty field(String name) {
        return fields.computeIfAbsent(name, fresh -> {
            var property = new SimpleStringProperty(this, fresh, typed.getOrDefault(fresh, ""));
            property.subscribe((before, now) -> changed(fresh, now));
            return property;
        });
    }

    /// Everything that was ever typed, by name; a field that was emptied is there with an empty text, so that a record
    /// can be cleared. May be called from any thread.
    public Map<String, String> values() {
        return new TreeMap<>(typed);
    }

    /// Takes over what a record says for fields that nobody touched here.
    public void fillUntouched(Map<String, String> record) {
        record.forEach((name, text) -> {
            if (!typed.containsKey(name)) {
                field(name).set(text);
            }
        });
    }

    private void changed(String name, @Nullable String text) {
        typed.put(name, text == null ? "" : text);
        isDirty = true;
        edits.set(edits.get() + 1);
        if (!isEnded && isScheduled.compareAndSet(false, true)) {
            background.after(PAUSE, "autosave", this::saveNow);
        }
    }

    private void saveNow() throws Exception {
        synchronized (oneSaveAtATime) {
            isScheduled.set(false);
            if (!isDirty || isEnded) {
                return;
            }
            isDirty = false;
            try {
                var at = saver.save(values());
                hasFailed = false;
                background.onFx(() -> saved(at));
            } catch (Exception e) {
                isDirty = true;
                if (hasFailed) {
                    LOG.warn("An autosave failed again: {}", e.toString());
                    return;
                }
                hasFailed = true;
                background.onFx(() -> failing.set(true));
                throw e;
            }
        }
    }

    private void saved(Instant at) {
        savedAt.set(at);
        failing.set(false);
    }

    /// How often any field changed; listen to it to follow the whole form.
    public ReadOnlyLongProperty editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /// Saves now what is not saved yet.
    public void flush() {
        if (isDirty && !isEnded) {
            background.run("autosave", this::saveNow);
        }
    }

    /// The work is finished and what was typed lives elsewhere: nothing is saved any more.
    public void end() {
        isEnded = true;
        tries.close();
    }

    /// When the newest save was made; null before the first.
    public ReadOnlyObjectProperty<@Nullable Instant> savedAtProperty() {
        return savedAt.getReadOnlyProperty();
    }

    /// Whether the newest save failed and what is typed is not safe.
    public ReadOnlyBooleanProperty failingProperty() {
        return failing.getReadOnlyProperty();
    }
}
