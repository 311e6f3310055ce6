package dev.calmdesk.cases;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands cases over. Whoever has a case keeps it until the receiver accepts (first-contact responsibility).
public final class Transfers {

    private final Database database;
    private final InstantSource clock;
    private final Ids ids;

    public Transfers(Database database, InstantSource clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /// Whom a case is offered to, and why.
    ///
    /// @param person null to offer it to the whole team
    /// @param reason code of topic `transfer-reason`
    /// @param note what the receiver should know first
    public record Offer(@Nullable UUID person, String team, String reason, String note) {}

    public UUID ask(Actor by, UUID caseId, Offer offer) {
        return database.write(tx -> ask(tx, by, caseId, offer));
    }

    /// @throws Problem.Refused without a reason or note, to oneself, or while another offer waits
    /// @throws Problem.NotAllowed if the case is somebody else's
    public UUID ask(Tx tx, Actor by, UUID caseId, Offer offer) {
        var subject = tx.get(Case.KIND, caseId).requireOpen();
        Cases.requireServing(by);
        Cases.requireResponsibleFor(subject, by);
        if (offer.reason().isBlank() || offer.note().isBlank()) {
            throw Problem.refused("cases.problem.transfer_without_reason");
        }
        if (subject.owner().equals(offer.person())) {
            throw Problem.refused("cases.problem.transfer_to_owner");
        }
        if (tx.store(CaseStore.class).waitingTransfer(caseId).isPresent()) {
            throw Problem.refused("cases.problem.transfer_waits");
        }
        var id = ids.next();
        tx.write(Transfer.KIND, id)
                .set("case_id", caseId)
                .set("from_person", subject.owner())
                .set("to_person", offer.person())
                .set("to_team", offer.team())
                .set("reason", offer.reason())
                .set("note", offer.note().strip())
                .set("state", TransferState.ASKED)
                .set("asked_at", clock.instant())
                .as("asked", by.id());
        return id;
    }

    /// The receiver takes the case with its whole record, its open promises included.
    public void accept(Actor by, UUID transferId) {
        database.writeDo(tx -> {
            var transfer = requireReceiver(tx, by, transferId);
            tx.get(Case.KIND, transfer.caseId()).requireOpen();
            Cases.requireServing(by);
            answer(tx, by, transferId, TransferState.ACCEPTED, "accepted", null, clock.instant());
            tx.write(Case.KIND, transfer.caseId())
                    .set("owner", by.id())
                    .set("team", by.team())
                    .as("handed_over", by.id());
            for (var promise : Rows.list(tx.handle(), Promise.KIND, "case_id", transfer.caseId())) {
                if (promise.isOpen()) {
                    tx.write(Promise.KIND, promise.id()).set("owner", by.id()).as("handed_over", by.id());
                }
            }
        });
    }

    public void decline(Actor by, UUID transferId, String why) {
        if (why.isBlank()) {
            throw Problem.refused("cases.problem.decline_without_reason");
        }
        database.writeDo(tx -> {
            requireReceiver(tx, by, transferId);
            answer(tx, by, transferId, TransferState.DECLINED, "declined", why.strip(), clock.instant());
        });
    }

    /// The owner, or a lead in their place, changes their mind.
    public void withdraw(Actor by, UUID transferId) {
        database.writeDo(tx -> {
            var isOwner = requireAsked(tx, transferId).fromPerson().equals(by.id());
            if (!isOwner && !by.isAny(Role.LEAD, Role.MANAGER)) {
                throw Problem.notAllowed("cases.problem.not_your_transfer");
            }
            withdraw(tx, by, transferId, clock.instant());
        });
    }

    static void withdraw(Tx tx, Actor by, UUID transferId, Instant now) {
        answer(tx, by, transferId, TransferState.WITHDRAWN, "withdrawn", null, now);
    }

    private static Transfer requireAsked(Tx tx, UUID transferId) {
        var transfer = tx.get(Transfer.KIND, transferId);
        if (transfer.state() != TransferState.ASKED) {
            throw Problem.refused("cases.problem.transfer_answered");
        }
        return transfer;
    }

    private static Transfer requireReceiver(Tx tx, Actor by, UUID transferId) {
        var transfer = requireAsked(tx, transferId);
        var isReceiver = transfer.toPerson() == null
                ? transfer.toTeam().equals(by.team())
                : transfer.toPerson().equals(by.id());
        if (!isReceiver || transfer.fromPerson().equals(by.id())) {
            throw Problem.notAllowed("cases.problem.not_your_transfer");
        }
        return transfer;
    }

    private static void answer(
            Tx tx, Actor by, UUID transferId, TransferState state, String act, @Nullable String answer, Instant now) {
        tx.write(Transfer.KIND, transferId)
                .set("state", state)
                .set("answered_by", by.id())
                .set("answered_at", now)
                .set("answer", answer)
                .as(act, by.id());
    }

    public Optional<Transfer> waiting(UUID caseId) {
        return database.read(handle -> handle.attach(CaseStore.class).waitingTransfer(caseId));
    }

    /// Offers that a person may accept.
    public List<Transfer> offeredTo(Actor person) {
        return database.read(handle -> handle.attach(CaseStore.class).waitingFor(person.id(), person.team()));
    }
}
