package dev.calmdesk.cases;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What customers were promised.
public final class Promises {

    private final Database database;
    private final InstantSource clock;
    private final Ids ids;

    public Promises(Database database, InstantSource clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    public UUID make(Actor by, UUID caseId, String text, Instant dueAt) {
        return database.write(tx -> make(tx, by, caseId, text, dueAt));
    }

    /// @throws Problem.Refused without words, with a time that is over, or on a case that ended
    public UUID make(Tx tx, Actor by, UUID caseId, String text, Instant dueAt) {
        var subject = tx.get(Case.KIND, caseId).requireOpen();
        Cases.requireServing(by);
        return write(tx, by, subject, text, dueAt);
    }

    private UUID write(Tx tx, Actor by, Case subject, String text, Instant dueAt) {
        var now = clock.instant();
        if (text.isBlank()) {
            throw Problem.refused("cases.problem.empty_promise");
        }
        if (!dueAt.isAfter(now)) {
            throw Problem.refused("cases.problem.promise_in_past");
        }
        var id = ids.next();
        tx.write(Promise.KIND, id)
                .set("case_id", subject.id())
                .set("text", text.strip())
                .set("owner", subject.owner())
                .set("made_at", now)
                .set("due_at", dueAt)
                .set("state", PromiseState.OPEN)
                .as("made", by.id());
        return id;
    }

    public void keep(Actor by, UUID promiseId, @Nullable String remark) {
        database.writeDo(tx -> end(tx, by, promiseId, PromiseState.KEPT, "kept", remark));
    }

    /// Agrees on a new time with the customer; also after the case was closed, since a promise outlives it. The old promise
    /// counts as given up, in time or late, as it stands.
    public UUID move(Actor by, UUID promiseId, Instant dueAt, String reason) {
        if (reason.isBlank()) {
            throw Problem.refused("cases.problem.move_without_reason");
        }
        return database.write(tx -> {
            var old = tx.get(Promise.KIND, promiseId);
            end(tx, by, promiseId, PromiseState.GIVEN_UP, "moved", reason);
            return write(tx, by, tx.get(Case.KIND, old.caseId()), old.text(), dueAt);
        });
    }

    private void end(Tx tx, Actor by, UUID promiseId, PromiseState state, String act, @Nullable String remark) {
        Cases.requireServing(by);
        if (!tx.get(Promise.KIND, promiseId).isOpen()) {
            throw Problem.refused("cases.problem.promise_ended");
        }
        tx.write(Promise.KIND, promiseId)
                .set("state", state)
                .set("ended_at", clock.instant())
                .set("remark", remark)
                .as(act, by.id());
    }

    /// A person's open promises, the most pressing first.
    public List<Promise> open(UUID owner) {
        return database.read(handle -> handle.attach(CaseStore.class).openPromises(owner));
    }

    /// A person's promises that ended in [from, to).
    public List<Promise> ended(UUID owner, Instant from, Instant to) {
        return database.read(handle -> handle.attach(CaseStore.class).endedPromises(owner, from, to));
    }

    public List<Promise> of(UUID caseId) {
        return database.read(handle -> Rows.list(handle, Promise.KIND, "case_id", caseId));
    }
}
