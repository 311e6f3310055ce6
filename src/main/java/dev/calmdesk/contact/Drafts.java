package dev.calmdesk.contact;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Case;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Tx;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.people.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Work in progress that survives anything: begun, saved at every keystroke, continued where it stopped.
public final class Drafts {

    private final Database database;
    private final InstantSource clock;
    private final Ids ids;

    public Drafts(Database database, InstantSource clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /// Takes a contact: its clock runs from now.
    ///
    /// @param reachedFrom the caller's number or account; null if it is not shown
    public Draft begin(
            Actor by, Channel channel, Touchpoint touchpoint, Direction direction, @Nullable String reachedFrom) {
        var now = clock.instant();
        var draft = new Draft(
                ids.next(), by.id(), channel, touchpoint, direction, reachedFrom, null, null, null, null,
                Map.of(), now, now, null, 0, null, now);
        return database.write(tx -> add(tx, draft));
    }

    /// Calls a customer back about a case: a contact that we begin, tied to it from the start.
    public Draft callBack(Actor by, Case subject) {
        var now = clock.instant();
        var draft = new Draft(
                ids.next(), by.id(), Channel.PHONE, Touchpoint.HOTLINE, Direction.OUT, null, subject.customerId(),
                subject.id(), subject.kind().name(), subject.step(), Map.of(), now, now, null, 0, null, now);
        return database.write(tx -> add(tx, draft));
    }

    /// Opens the desk's place for working on a case without a customer on the line; the one that is there already, if
    /// the person left one.
    public Draft openOn(Actor by, UUID caseId, String flow, String step, @Nullable UUID customerId) {
        return database.write(tx -> tx.store(DraftStore.class).on(by.id(), caseId).orElseGet(() -> {
            var now = clock.instant();
            return add(tx, new Draft(
                    ids.next(), by.id(), null, null, Direction.OUT, null, customerId, caseId, flow, step,
                    Map.of(), now, null, null, 0, null, now));
        }));
    }

    /// Saves what stands in the forms.
    ///
    /// @return when it was saved
    /// @throws Problem.Refused if the draft was finished meanwhile
    public Instant save(UUID draftId, Map<String, String> fields) {
        var json = Json.write(fields);
        return database.write(tx -> {
            var now = clock.instant();
            if (tx.store(DraftStore.class).save(draftId, json, now) == 0) {
                throw Problem.refused("contact.problem.draft_gone");
            }
            return now;
        });
    }

    /// Notes the step the person is at.
    public Draft goTo(UUID draftId, String step) {
        return change(draftId, draft -> assign("step", step));
    }

    public Draft chooseCustomer(UUID draftId, @Nullable UUID customerId) {
        return database.write(tx -> chooseCustomer(tx, draftId, customerId));
    }

    Draft chooseCustomer(Tx tx, UUID draftId, @Nullable UUID customerId) {
        return change(tx, draftId, assign("customer_id", customerId));
    }

    public Draft chooseTouchpoint(UUID draftId, Touchpoint touchpoint) {
        return change(draftId, draft -> assign("touchpoint", touchpoint));
    }

    public Draft chooseChannel(UUID draftId, Channel channel) {
        return change(draftId, draft -> assign("channel", channel));
    }

    /// Puts the customer on hold, or takes them back if they are; nobody is held who hung up.
    public Draft toggleHold(UUID draftId) {
        return change(draftId, draft -> {
            if (draft.endedAt() != null) {
                return assign("held_since", null);
            }
            var assignments = assign("held_millis", draft.heldUntil(clock.instant()).toMillis());
            assignments.put("held_since", draft.heldSince() == null ? clock.instant() : null);
            return assignments;
        });
    }

    /// The customer hung up; what follows is after-call work.
    public Draft hangUp(UUID draftId) {
        return change(draftId, draft -> {
            var end = draft.endedAt() == null ? clock.instant() : draft.endedAt();
            var assignments = assign("ended_at", end);
            assignments.put("held_millis", draft.heldUntil(end).toMillis());
            assignments.put("held_since", null);
            return assignments;
        });
    }

    /// Ties a draft to the case that was opened in it.
    public Draft tie(Tx tx, UUID draftId, String flow, String step, UUID caseId) {
        var assignments = assign("flow", flow);
        assignments.put("step", step);
        assignments.put("case_id", caseId);
        return change(tx, draftId, assignments);
    }

    private static Map<String, @Nullable Object> assign(String column, @Nullable Object value) {
        var assignments = new LinkedHashMap<String, @Nullable Object>();
        assignments.put(column, value);
        return assignments;
    }

    private Draft change(UUID draftId, Function<Draft, Map<String, @Nullable Object>> change) {
        return database.write(tx -> change(tx, draftId, change.apply(get(tx, draftId))));
    }

    private Draft change(Tx tx, UUID draftId, Map<String, @Nullable Object> assignments) {
        var columns = String.join(
                ", ", assignments.keySet().stream().map(column -> column + " = :" + column).toList());
        try (var update = tx.handle().createUpdate(
                "update draft set %s, saved_at = :saved_at where id = :id".formatted(columns))) {
            update.bindMap(assignments).bind("saved_at", clock.instant()).bind("id", draftId).execute();
        }
        tx.touched(Draft.CHANGED);
        return get(tx, draftId);
    }

    private static Draft add(Tx tx, Draft draft) {
        tx.store(DraftStore.class).add(draft);
        tx.touched(Draft.CHANGED);
        return draft;
    }

    /// @throws Problem.Refused if there is no such draft any more
    public Draft get(Tx tx, UUID draftId) {
        return tx.store(DraftStore.class)
                .find(draftId)
                .orElseThrow(() -> Problem.refused("contact.problem.draft_gone"));
    }

    public void discard(Tx tx, UUID draftId) {
        tx.store(DraftStore.class).delete(draftId);
        tx.touched(Draft.CHANGED);
    }

    public Optional<Draft> find(UUID draftId) {
        return database.read(handle -> handle.attach(DraftStore.class).find(draftId));
    }

    /// @throws Problem.Refused if there is no such draft any more
    public Draft require(UUID draftId) {
        return find(draftId).orElseThrow(() -> Problem.refused("contact.problem.draft_gone"));
    }

    /// What a person left unfinished, last touched first.
    public List<Draft> unfinished(UUID person) {
        return database.read(handle -> handle.attach(DraftStore.class).of(person));
    }
}
