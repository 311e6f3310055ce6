package dev.calmdesk.contact.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.contact.Contacts;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.fx.Background;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.PresenceState;
import dev.calmdesk.people.Presences;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One contact while it lasts: its clock, hold and hanging up.
public final class ContactViewModel implements AutoCloseable {

    private final Contacts contacts;
    private final Presences presences;
    private final Actor actor;
    private final Background background;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Draft> draft;
    private final ReadOnlyStringWrapper talkTime = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper holdTime = new ReadOnlyStringWrapper("");
    private final Changes.Subscription ticking;
    private final Object oneChoiceAtATime = new Object();
    private volatile @Nullable UUID customer;

    public ContactViewModel(
            Draft draft, Contacts contacts, Presences presences, Actor actor, Background background,
            InstantSource clock) {
        this.draft = new ReadOnlyObjectWrapper<>(draft);
        this.customer = draft.customerId();
        this.contacts = contacts;
        this.presences = presences;
        this.actor = actor;
        this.background = background;
        this.clock = clock;
        this.ticking = background.repeat(Duration.ofSeconds(1), this::tick);
        tick();
    }

    public ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public Draft draft() {
        return draft.get();
    }

    /// How long the contact has lasted, `mm:ss`; of a finished one, how long it lasted.
    public ReadOnlyStringProperty talkTimeProperty() {
        return talkTime.getReadOnlyProperty();
    }

    /// How long the customer has been on hold in all; empty if never.
    public ReadOnlyStringProperty holdTimeProperty() {
        return holdTime.getReadOnlyProperty();
    }

    private void tick() {
        var now = clock.instant();
        var current = draft.get();
        var end = current.endedAt() == null ? now : current.endedAt();
        talkTime.set(current.answeredAt() == null ? "" : minutes(Duration.between(current.answeredAt(), end)));
        var held = current.heldUntil(end);
        holdTime.set(held.isZero() ? "" : minutes(held));
    }

    private static String minutes(Duration time) {
        var seconds = Math.max(0, time.toSeconds());
        return "%02d:%02d".formatted(seconds / 60, seconds % 60);
    }

    public void toggleHold() {
        change("hold", () -> contacts.drafts().toggleHold(draft.get().id()));
    }

    public void chooseTouchpoint(Touchpoint touchpoint) {
        if (touchpoint != draft.get().touchpoint()) {
            change("choose touchpoint", () -> contacts.drafts().chooseTouchpoint(draft.get().id(), touchpoint));
        }
    }

    public void chooseChannel(Channel channel) {
        if (channel != draft.get().channel()) {
            change("choose channel", () -> contacts.drafts().chooseChannel(draft.get().id(), channel));
        }
    }

    /// @param chosen null if it is nobody known after all
    public void chooseCustomer(@Nullable UUID chosen) {
        if (!Objects.equals(chosen, customer)) {
            customer = chosen;
            change("choose customer", this::keepCustomer);
        }
    }

    /// Keeps whom the contact is with, the last one chosen, whatever was chosen before and is still on its way. Not on the
    /// FX thread.
    public Draft keepCustomer() {
        synchronized (oneChoiceAtATime) {
            return contacts.chooseCustomer(actor, draft.get().id(), customer);
        }
    }

    /// The customer hung up; what follows is after-call work.
    public void hangUp() {
        change("hang up", () -> {
            var ended = contacts.drafts().hangUp(draft.get().id());
            presences.switchTo(actor, PresenceState.AFTER_CALL);
            return ended;
        });
    }

    /// Ends a contact that led to nothing, such as a wrong number.
    public void finishWithoutCase(Runnable done) {
        background.run("finish contact", () -> contacts.finishWithoutCase(actor, draft.get().id()))
                .then(nothing -> done.run());
    }

    /// The draft was changed elsewhere, for instance tied to a case.
    public void reload() {
        change("reload draft", () -> contacts.drafts().find(draft.get().id()).orElseThrow());
    }

    private void change(String name, java.util.concurrent.Callable<Draft> change) {
        background.run(name, change).then(changed -> {
            draft.set(changed);
            tick();
        });
    }


    @Override
    public void close() {
        ticking.close();
    }
}
