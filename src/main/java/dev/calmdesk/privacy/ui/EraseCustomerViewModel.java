package dev.calmdesk.privacy.ui;

import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.people.Actor;
import dev.calmdesk.privacy.Erasures;
import dev.calmdesk.privacy.Erasures.Preview;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Erasing the customer who is shown.
public final class EraseCustomerViewModel implements AutoCloseable {

    private final Erasures erasures;
    private final Actor actor;
    private final Background background;
    private final Dialogs dialogs;
    private final Leaving leaving;
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding ready = Bindings.createBooleanBinding(this::isReady, preview, reason);
    private @Nullable UUID customer;

    /// What has to let go of the customer first.
    public interface Leaving {

        /// On the FX thread: nothing shows the customer any more.
        void forget();

        /// In the background: the work in progress, which stays, is no longer about the customer.
        void detach();
    }

    public EraseCustomerViewModel(
            Erasures erasures, Actor actor, Background background, Dialogs dialogs, Leaving leaving) {
        this.erasures = erasures;
        this.actor = actor;
        this.background = background;
        this.dialogs = dialogs;
        this.leaving = leaving;
    }

    /// @param shown null while nobody is
    public void follow(@Nullable UUID shown) {
        if (!java.util.Objects.equals(shown, customer)) {
            customer = shown;
            cancel();
        }
    }

    void begin() {
        var chosen = customer;
        if (chosen != null) {
            background.latest(preview).run("preview erasure", () -> erasures.preview(chosen)).then(preview::set);
        }
    }

    void cancel() {
        background.latest(preview).drop();
        preview.set(null);
        reason.set("");
    }

    private boolean isReady() {
        var shown = preview.get();
        return shown != null && shown.openCases() == 0 && !reason.get().isBlank();
    }

    void erase() {
        var chosen = customer;
        if (chosen == null || !isReady()) {
            return;
        }
        var why = reason.get();
        leaving.forget();
        cancel();
        background.run("erase customer", () -> {
                    leaving.detach();
                    erasures.erase(actor, chosen, why);
                })
                .then(nothing -> dialogs.notice("privacy.erase.done"))
                .onProblem(dialogs::problem);
    }

    StringProperty reasonProperty() {
        return reason;
    }

    ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    BooleanBinding readyProperty() {
        return ready;
    }

    @Override
    public void close() {
        background.latest(preview).drop();
    }
}
