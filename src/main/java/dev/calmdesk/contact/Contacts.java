package dev.calmdesk.contact;

import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/// Finished contacts.
public final class Contacts {

    private final Database database;
    private final Drafts drafts;
    private final Cases cases;
    private final InstantSource clock;

    public Contacts(Database database, Drafts drafts, Cases cases, InstantSource clock) {
        this.database = database;
        this.drafts = drafts;
        this.cases = cases;
        this.clock = clock;
    }

    public Drafts drafts() {
        return drafts;
    }

    /// Says whom a contact is with. The case it is about, if there is one and it is open, is that customer's, too.
    ///
    /// @param customerId null if it is not known after all
    /// @throws Problem.Refused if the draft was finished meanwhile
    public Draft chooseCustomer(Actor by, UUID draftId, @Nullable UUID customerId) {
        return database.write(tx -> {
            var draft = drafts.chooseCustomer(tx, draftId, customerId);
            if (draft.caseId() != null && tx.get(Case.KIND, draft.caseId()).isOpen()) {
                cases.identify(tx, by, draft.caseId(), customerId);
            }
            return draft;
        });
    }

    /// What came of a contact.
    ///
    /// @param solvedAtFirst null if there was no matter to settle, as with a wrong number
    public record Outcome(@Nullable String category, @Nullable Boolean solvedAtFirst) {}

    /// Turns a draft into a contact and removes the draft. A draft without a customer on the line is only removed.
    public void finish(Tx tx, Actor by, UUID draftId, Outcome outcome) {
        var draft = drafts.get(tx, draftId);
        if (draft.isContact()) {
            write(tx, by, draft, outcome);
        }
        drafts.discard(tx, draftId);
    }

    /// Ends a contact that led to no case.
    public void finishWithoutCase(Actor by, UUID draftId) {
        database.writeDo(tx -> {
            if (drafts.get(tx, draftId).caseId() != null) {
                throw Problem.refused("contact.problem.has_case");
            }
            finish(tx, by, draftId, new Outcome(null, null));
        });
    }

    private void write(Tx tx, Actor by, Draft draft, Outcome outcome) {
        var now = clock.instant();
        var ended = draft.endedAt() == null ? now : draft.endedAt();
        tx.write(Contact.KIND, draft.id())
                .set("case_id", draft.caseId())
                .set("customer_id", draft.customerId())
                .set("person", by.id())
                .set("team", by.team())
                .set("channel", draft.channel())
                .set("touchpoint", draft.touchpoint())
                .set("direction", draft.direction())
                .set("reached_from", draft.reachedFrom())
                .set("flow", draft.flow())
                .set("category", outcome.category())
                .set("received_at", draft.receivedAt())
                .set("answered_at", draft.answeredAt())
                .set("ended_at", ended)
                .set("wrapped_up_at", now)
                .set("held_millis", draft.heldUntil(ended).toMillis())
                .set("solved_at_first", outcome.solvedAtFirst())
                .as("finished", by.id());
    }

    /// Whether no contact about a case is finished yet.
    public boolean isFirst(Tx tx, UUID caseId) {
        return Rows.list(tx.handle(), Contact.KIND, "case_id", caseId).isEmpty();
    }

    /// A customer's contacts over all channels, newest first.
    public List<Contact> of(UUID customerId, int limit) {
        return database.read(handle -> handle.createQuery(
                        "select * from contact where customer_id = :customer order by received_at desc limit :limit")
                .bind("customer", customerId)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Contact.class))
                .list());
    }

    /// A person's contacts whose after-call work ended in [from, to).
    public List<Contact> by(UUID person, Instant from, Instant to) {
        return database.read(handle -> handle.createQuery("""
                        select * from contact
                        where person = :person and wrapped_up_at >= :from and wrapped_up_at < :to order by wrapped_up_at""")
                .bind("person", person)
                .bind("from", from)
                .bind("to", to)
                .map(ConstructorMapper.of(Contact.class))
                .list());
    }
}
