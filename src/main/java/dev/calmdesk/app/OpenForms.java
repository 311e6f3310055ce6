package dev.calmdesk.app;

import dev.calmdesk.contact.Draft;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FormBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// What is being typed in this window, by draft. A screen that is built anew, for instance in another language, goes on
/// with what stands in the form, saved or not.
final class OpenForms {

    private final Map<UUID, FormBuffer> open = new HashMap<>();
    private final Drafts drafts;
    private final Background background;
    private Consumer<FormBuffer> told = form -> {};

    OpenForms(Drafts drafts, Background background) {
        this.drafts = drafts;
        this.background = background;
    }

    FormBuffer of(Draft draft) {
        return open.computeIfAbsent(draft.id(), id -> {
            var form = new FormBuffer(draft.fields(), background, fields -> drafts.save(id, fields));
            told.accept(form);
            return form;
        });
    }

    /// Says after every save when it was, and whether the newest one failed.
    void tellSaved(ObjectProperty<@Nullable Instant> savedAt, BooleanProperty failing) {
        told = form -> {
            form.savedAtProperty().subscribe(at -> {
                if (at != null) {
                    savedAt.set(at);
                }
            });
            form.failingProperty().subscribe(failing::set);
        };
        open.values().forEach(told);
    }

    /// The draft was finished: what was typed lives in records now.
    void forget(UUID draftId) {
        var form = open.remove(draftId);
        if (form != null) {
            form.end();
        }
    }

    /// Saves everything that is not saved yet.
    void flush() {
        open.values().forEach(FormBuffer::flush);
    }
}
