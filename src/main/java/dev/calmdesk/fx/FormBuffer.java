package dev.calmdesk.fx;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final Map<String, String> filled = new ConcurrentHashMap<>();
    private final Map<String, String> typed = new ConcurrentHashMap<>();
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    private final Object oneSaveAtATime = new Object();
    private final Background background;
    private final Saver saver;
    private final ReadOnlyObjectWrapper<@Nullable Instant> savedAt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper failing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper edits = new ReadOnlyLongWrapper();
    private Changes.Subscription tries = () -> {};
    private boolean filling;
    private volatile boolean isDirty;
    private volatile boolean hasFailed;
    private volatile boolean isEnded;

    /// Keeps what was typed; called off the FX thread.
    @FunctionalInterface
    public interface Saver {

        /// @return when it was saved
        @SuppressWarnings("java:S112") // a saver may fail as it likes
        Instant save(Map<String, String> fields) throws Exception;
    }

    /// @param initial what was typed and saved already
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
            var property = new SimpleStringProperty(this, fresh, values().getOrDefault(fresh, ""));
            property.subscribe((before, now) -> changed(fresh, now));
            return property;
        });
    }

    /// Everything that stands there, by name. May be called from any thread.
    public Map<String, String> values() {
        var all = new TreeMap<>(filled);
        all.putAll(typed);
        all.keySet().removeIf(Seen::isMark);
        return all;
    }

    /// What a person wrote and the record does not say, by name; a field that was emptied is there with an empty text.
    /// Beside each stands what of the record its author had seen ([Seen]), if the record told. This is what is saved, and
    /// what is to be written to the record: the rest is not this person's word. May be called from any thread.
    public Map<String, String> typed() {
        return new TreeMap<>(typed);
    }

    /// Takes over what was typed and saved earlier, for fields that nobody touched since.
    public void restore(Map<String, String> saved) {
        saved.forEach((name, text) -> {
            if (!typed.containsKey(name)) {
                field(name).set(text);
            }
        });
    }

    /// Shows what a record says now wherever nobody typed anything else. Words that the record agrees with are typed no
    /// longer; words that it does not agree with stay, and so does what their author had seen.
    ///
    /// @param record texts by name, and marks ([Seen]); a name that was there before and is missing is empty now
    public void fill(Map<String, String> record) {
        var names = new TreeSet<>(filled.keySet());
        names.addAll(record.keySet());
        filling = true;
        try {
            for (var name : names) {
                fill(name, record.getOrDefault(name, ""));
            }
        } finally {
            filling = false;
        }
    }

    private void fill(String name, String text) {
        filled.put(name, text);
        if (Seen.isMark(name)) {
            return;
        }
        if (text.equals(typed.get(name))) {
            forget(name);
        } else if (!typed.containsKey(name)) {
            field(name).set(text);
        }
    }

    private void forget(String name) {
        typed.remove(name);
        typed.remove(Seen.mark(name));
    }

    private void changed(String name, @Nullable String text) {
        if (!filling) {
            type(name, text == null ? "" : text);
        }
        edits.set(edits.get() + 1);
    }

    private void type(String name, String text) {
        if (text.equals(filled.get(name))) {
            forget(name);
        } else if (typed.put(name, text) == null) {
            Optional.ofNullable(filled.get(Seen.markOfRecord(name))).ifPresent(mark -> typed.put(Seen.mark(name), mark));
        }
        isDirty = true;
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
                var at = saver.save(typed());
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
