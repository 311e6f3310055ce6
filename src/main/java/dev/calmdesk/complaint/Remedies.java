package dev.calmdesk.complaint;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Money;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Workplace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What is done to put a complaint right, who may grant it, and the proof that it was done. A remedy above the person's
/// authority waits; nothing can carry it out before somebody with more authority allowed it.
public final class Remedies {

    private final Database database;
    private final Workplace workplace;
    private final Cases cases;
    private final StepRecords records;
    private final InstantSource clock;
    private final Ids ids;

    public Remedies(
            Database database, Workplace workplace, Cases cases, StepRecords records, InstantSource clock, Ids ids) {
        this.database = database;
        this.workplace = workplace;
        this.cases = cases;
        this.records = records;
        this.clock = clock;
        this.ids = ids;
    }

    /// What a person wants to do for the customer.
    ///
    /// @param type code of topic `remedy`
    /// @param terms what exactly, in words
    /// @param rule the rule or article it rests on
    /// @param dueAt by when it is to be carried out
    /// @param reason why it should be allowed; needed where it exceeds the person's authority
    public record Proposal(
            String type,
            Money amount,
            String terms,
            @Nullable String rule,
            @Nullable String costCentre,
            @Nullable Instant dueAt,
            String reason) {}

    /// Proposes a remedy; above the person's authority it becomes a request for approval at once.
    ///
    /// @throws Problem.Refused if the type needs an amount and has none, or a request lacks its reason
    public Remedy propose(Actor by, UUID caseId, Proposal proposal) {
        return database.write(tx -> {
            cases.requireOpen(tx, by, caseId);
            var type = workplace
                    .first(RemedyType.TOPIC, known -> known.code().equals(proposal.type()))
                    .orElseThrow(() -> Problem.refused("complaint.problem.remedy_type"));
            if (type.hasAmount() && proposal.amount().minor() == 0) {
                throw Problem.refused("complaint.problem.remedy_without_amount");
            }
            var id = ids.next();
            var isWithin = proposal.amount().minor()
                    <= left(tx.handle(), by, caseId, proposal.type(), proposal.amount().currency());
            write(tx, by, caseId, id, proposal, isWithin);
            if (!isWithin) {
                ask(tx, by, caseId, id, proposal);
            }
            records.startHandling(tx, by, caseId);
            return tx.get(Remedy.KIND, id);
        });
    }

    private void write(Tx tx, Actor by, UUID caseId, UUID id, Proposal proposal, boolean isWithin) {
        tx.write(Remedy.KIND, id)
                .set("case_id", caseId)
                .set("type", proposal.type())
                .set("amount_minor", proposal.amount().minor())
                .set("currency", proposal.amount().currency())
                .set("terms", proposal.terms().strip())
                .set("rule", proposal.rule())
                .set("cost_centre", proposal.costCentre())
                .set("state", isWithin ? RemedyState.ALLOWED : RemedyState.WAITING)
                .set("proposed_at", clock.instant())
                .set("due_at", proposal.dueAt())
                .as("proposed", by.id());
    }

    private void ask(Tx tx, Actor by, UUID caseId, UUID remedyId, Proposal proposal) {
        if (proposal.reason().isBlank()) {
            throw Problem.refused(
                    "complaint.problem.approval_without_reason",
                    new Money(limit(by, proposal), proposal.amount().currency()).in(java.util.Locale.SIMPLIFIED_CHINESE));
        }
        tx.write(Approval.KIND, ids.next())
                .set("case_id", caseId)
                .set("remedy_id", remedyId)
                .set("amount_minor", proposal.amount().minor())
                .set("asked_by", by.id())
                .set("asked_at", clock.instant())
                .set("reason", proposal.reason().strip())
                .set("state", ApprovalState.ASKED)
                .as("asked", by.id());
    }

    /// Allows a remedy, perhaps with a smaller amount.
    ///
    /// @param allowed at most what was asked for
    /// @throws Problem.NotAllowed if the person asked for it themselves or has too little authority
    public void approve(Actor by, UUID approvalId, Money allowed, @Nullable String remark) {
        database.writeDo(tx -> {
            var approval = requireAsked(tx, approvalId);
            requireDecider(tx, by, approval);
            var remedy = tx.get(Remedy.KIND, approval.remedyId());
            if (allowed.minor() <= 0) {
                throw Problem.refused("complaint.problem.remedy_without_amount");
            }
            if (allowed.minor() > approval.amountMinor()) {
                throw Problem.refused("complaint.problem.more_than_asked");
            }
            if (allowed.minor() > left(tx.handle(), by, remedy.caseId(), remedy.type(), remedy.currency())) {
                throw beyondAuthority(tx, approval);
            }
            decide(tx, by, approvalId, ApprovalState.APPROVED, allowed.minor(), remark);
            tx.write(Remedy.KIND, remedy.id())
                    .set("amount_minor", allowed.minor())
                    .set("state", RemedyState.ALLOWED)
                    .as("allowed", by.id());
        });
    }

    /// @param remark why not; the asking person is told
    public void refuse(Actor by, UUID approvalId, String remark) {
        if (remark.isBlank()) {
            throw Problem.refused("complaint.problem.refusal_without_reason");
        }
        database.writeDo(tx -> {
            var approval = requireAsked(tx, approvalId);
            requireDecider(tx, by, approval);
            decide(tx, by, approvalId, ApprovalState.REFUSED, null, remark.strip());
            tx.write(Remedy.KIND, approval.remedyId()).set("state", RemedyState.REFUSED).as("refused", by.id());
        });
    }

    private void requireDecider(Tx tx, Actor by, Approval approval) {
        if (approval.askedBy().equals(by.id())) {
            throw Problem.notAllowed("complaint.problem.own_request");
        }
        if (!by.isAny(Role.LEAD, Role.MANAGER)) {
            throw beyondAuthority(tx, approval);
        }
        cases.requireOpen(tx, by, approval.caseId());
    }

    private static Problem beyondAuthority(Tx tx, Approval approval) {
        return Problem.notAllowed(
                "complaint.problem.beyond_authority", tx.get(Person.KIND, approval.askedBy()).name());
    }

    private void decide(
            Tx tx, Actor by, UUID approvalId, ApprovalState state, @Nullable Long allowed, @Nullable String remark) {
        tx.write(Approval.KIND, approvalId)
                .set("state", state)
                .set("allowed_minor", allowed)
                .set("decided_by", by.id())
                .set("decided_at", clock.instant())
                .set("remark", remark)
                .as(state.name().toLowerCase(java.util.Locale.ROOT), by.id());
    }

    private static Approval requireAsked(Tx tx, UUID approvalId) {
        var approval = tx.get(Approval.KIND, approvalId);
        if (approval.state() != ApprovalState.ASKED) {
            throw Problem.refused("complaint.problem.approval_decided");
        }
        return approval;
    }

    /// Says that a remedy really was carried out.
    ///
    /// @param proof such as a waybill or refund number
    public void carryOut(Actor by, UUID remedyId, String proof) {
        if (proof.isBlank()) {
            throw Problem.refused("complaint.problem.remedy_without_proof");
        }
        database.writeDo(tx -> {
            var remedy = tx.get(Remedy.KIND, remedyId);
            cases.requireOpen(tx, by, remedy.caseId());
            if (remedy.state() != RemedyState.ALLOWED) {
                throw Problem.refused("complaint.problem.remedy_not_allowed");
            }
            tx.write(Remedy.KIND, remedyId)
                    .set("state", RemedyState.DONE)
                    .set("done_at", clock.instant())
                    .set("proof", proof.strip())
                    .as("carried_out", by.id());
        });
    }

    /// Takes a remedy back that was not carried out, and with it its request.
    public void drop(Actor by, UUID remedyId) {
        database.writeDo(tx -> {
            var remedy = tx.get(Remedy.KIND, remedyId);
            cases.requireOpen(tx, by, remedy.caseId());
            if (remedy.state() == RemedyState.DONE || remedy.state() == RemedyState.DROPPED) {
                throw Problem.refused("complaint.problem.remedy_ended");
            }
            tx.write(Remedy.KIND, remedyId).set("state", RemedyState.DROPPED).as("dropped", by.id());
            Rows.list(tx.handle(), Approval.KIND, "remedy_id", remedyId).stream()
                    .filter(approval -> approval.state() == ApprovalState.ASKED)
                    .forEach(approval -> decide(tx, by, approval.id(), ApprovalState.WITHDRAWN, null, null));
        });
    }

    /// What the person may still grant in a case without asking, in minor units.
    public long authorityLeft(Actor by, UUID caseId, String type, String currency) {
        return database.read(handle -> Math.max(0, left(handle, by, caseId, type, currency)));
    }

    /// What waits for a decision is not granted and does not count.
    private long left(Handle handle, Actor by, UUID caseId, String type, String currency) {
        return Authority.left(workplace, by, type, currency, Rows.list(handle, Remedy.KIND, "case_id", caseId));
    }

    private long limit(Actor by, Proposal proposal) {
        return Authority.limit(workplace, by, proposal.type(), proposal.amount().currency());
    }

    /// Requests that wait for somebody's decision, oldest first.
    public List<Approval> waiting() {
        return database.read(handle -> handle.attach(ComplaintStore.class).waitingApprovals());
    }
}
