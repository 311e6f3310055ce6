package dev.calmdesk.complaint;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.contact.Contacts;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.flow.Requirement;
import dev.calmdesk.flow.StepForm;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Workplace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Opens a complaint and takes it through its five steps. A step counts as done when its gate holds; the gates are
/// judged here, so that no screen, command or import can skip one.
public final class Complaints {

    /// Looking back for complaints about one batch.
    private static final Duration BATCH_WINDOW = Duration.ofDays(14);

    private final Database database;
    private final Workplace workplace;
    private final Cases cases;
    private final Contacts contacts;
    private final StepRecords records;
    private final InstantSource clock;

    public Complaints(
            Database database, Workplace workplace, Cases cases, Contacts contacts, StepRecords records,
            InstantSource clock) {
        this.database = database;
        this.workplace = workplace;
        this.cases = cases;
        this.contacts = contacts;
        this.records = records;
        this.clock = clock;
    }

    /// The matter of a contact is a complaint: it gets its number and its clocks now, before anything is recorded.
    public Case open(Actor by, UUID draftId) {
        Cases.requireServing(by);
        return database.write(tx -> {
            var draft = contacts.drafts().get(tx, draftId);
            if (draft.caseId() != null || draft.channel() == null) {
                throw Problem.refused("contact.problem.has_case");
            }
            var first = ComplaintStep.SOOTHE.code();
            var opened = cases.open(tx, by, CaseKind.COMPLAINT, draft.channel(), draft.customerId(), first);
            contacts.drafts().tie(tx, draftId, CaseKind.COMPLAINT.name(), first, opened.id());
            records.startClocks(tx, by, opened);
            return opened;
        });
    }

    /// Notes how the customer feels now.
    ///
    /// @param level 1 calm … 5 furious
    public void noteEmotion(Actor by, UUID caseId, int level) {
        database.writeDo(tx -> {
            cases.requireOpen(tx, by, caseId);
            records.add(tx, by, caseId, level);
        });
    }

    /// Finishes a step, in any order and again after a correction.
    ///
    /// @param form what stands in the forms, by `kind.field`; fields of other steps are left alone
    /// @throws Problem.Incomplete with every open point of the gate; nothing is written then
    public Case finish(Actor by, UUID caseId, ComplaintStep step, Map<String, String> form) {
        return database.write(tx -> {
            var subject = cases.requireOpen(tx, by, caseId);
            requireMay(tx, by, subject, step);
            records.write(tx, by, subject, step, form, true);
            requireGate(tx, tx.get(Case.KIND, caseId), step);
            return advance(tx, by, subject, step);
        });
    }

    /// Keeps what stands in the forms of one step without judging its gate, so that a stage within the step
    /// (acknowledgement, investigation, decision) has the time at which it happened.
    ///
    /// @param form as for [#finish]
    public void keep(Actor by, UUID caseId, ComplaintStep step, Map<String, String> form) {
        database.writeDo(tx -> records.write(tx, by, cases.requireOpen(tx, by, caseId), step, form, false));
    }

    /// Keeps what stands in the forms of all steps.
    private void keep(Tx tx, Actor by, UUID caseId, Map<String, String> form) {
        var subject = cases.requireOpen(tx, by, caseId);
        for (var step : ComplaintStep.values()) {
            records.write(tx, by, subject, step, form, false);
        }
    }

    /// Ends the contact, or the work on the case, and keeps everything that was typed. The complaint goes on.
    ///
    /// @param form what stands in the forms, by `kind.field`
    public void leave(Actor by, UUID draftId, Map<String, String> form) {
        database.writeDo(tx -> {
            var draft = contacts.drafts().get(tx, draftId);
            var caseId = java.util.Objects.requireNonNull(draft.caseId());
            if (tx.get(Case.KIND, caseId).isOpen()) {
                keep(tx, by, caseId, form);
            }
            contacts.finish(tx, by, draftId, outcome(tx, tx.get(Case.KIND, caseId)));
        });
    }

    private Contacts.Outcome outcome(Tx tx, Case subject) {
        return new Contacts.Outcome(
                subject.category(),
                switch (subject.state()) {
                    case OPEN -> false;
                    case CLOSED -> subject.reopened() == 0 && contacts.isFirst(tx, subject.id());
                    case VOID -> null;
                });
    }

    private void requireMay(Tx tx, Actor by, Case subject, ComplaintStep step) {
        var settles = step == ComplaintStep.RESOLVE || step == ComplaintStep.FOLLOW_UP;
        var isComplex = tx.find(Assessment.KIND, subject.id())
                .filter(assessment -> assessment.grade() == Assessment.Grade.COMPLEX)
                .isPresent();
        if (settles && isComplex && !by.isAny(Role.SPECIALIST, Role.LEAD, Role.MANAGER)) {
            throw Problem.notAllowed("complaint.problem.complex", subject.number());
        }
    }

    private void requireGate(Tx tx, Case subject, ComplaintStep step) {
        var open = Requirement.open(flow().step(step.code()).gate(), ComplaintFacts.of(tx.handle(), subject));
        if (!open.isEmpty()) {
            throw Problem.incomplete("gate.problem.open", open);
        }
    }

    private Case advance(Tx tx, Actor by, Case subject, ComplaintStep step) {
        var isAtThisStep = subject.step().equals(step.code());
        if (isAtThisStep && step != ComplaintStep.FOLLOW_UP) {
            var next = ComplaintStep.values()[step.ordinal() + 1];
            tx.write(Case.KIND, subject.id()).set("step", next.code()).as("advanced", by.id());
        }
        return tx.get(Case.KIND, subject.id());
    }

    /// Ends a complaint: every step's gate must hold.
    ///
    /// @param form as for [#finish] of the last step
    public Case close(Actor by, UUID caseId, Map<String, String> form) {
        return database.write(tx -> {
            var subject = cases.requireOpen(tx, by, caseId);
            cases.requireResponsible(by, subject);
            requireMay(tx, by, subject, ComplaintStep.FOLLOW_UP);
            records.write(tx, by, subject, ComplaintStep.FOLLOW_UP, form, true);
            for (var step : ComplaintStep.values()) {
                requireGate(tx, subject, step);
            }
            if (!tx.get(Case.KIND, caseId).step().equals(ComplaintStep.FOLLOW_UP.code())) {
                tx.write(Case.KIND, caseId).set("step", ComplaintStep.FOLLOW_UP.code()).as("advanced", by.id());
            }
            records.settleAtLast(tx, by, caseId);
            tx.write(Case.KIND, caseId)
                    .set("state", CaseState.CLOSED)
                    .set("closed_at", clock.instant())
                    .set("closing_code", tx.get(FollowUp.KIND, caseId).closingCode())
                    .as("closed", by.id());
            records.stopClocks(tx, by, caseId);
            cases.withdrawOffer(tx, by, caseId);
            return tx.get(Case.KIND, caseId);
        });
    }

    /// The customer comes back with the same matter, or the remedy did not arrive.
    public Case reopen(Actor by, UUID caseId, String reason) {
        Cases.requireServing(by);
        if (reason.isBlank()) {
            throw Problem.refused("complaint.problem.reopen_without_reason");
        }
        return database.write(tx -> {
            var subject = tx.get(Case.KIND, caseId);
            if (subject.state() != CaseState.CLOSED) {
                throw Problem.refused("complaint.problem.not_closed", subject.number());
            }
            cases.addNote(tx, by, caseId, reason);
            tx.write(Case.KIND, caseId)
                    .set("state", CaseState.OPEN)
                    .set("closed_at", null)
                    .set("closing_code", null)
                    .set("reopened", subject.reopened() + 1)
                    .set("step", ComplaintStep.RESOLVE.code())
                    .as("reopened", by.id());
            records.restartClocks(tx, by, subject);
            return tx.get(Case.KIND, caseId);
        });
    }

    /// Numbers of the other complaints about a batch in the last fourteen days, newest first.
    public List<String> sameBatch(String batch, UUID exceptCase) {
        return database.read(handle -> handle.attach(ComplaintStore.class)
                .sameBatch(batch, clock.instant().minus(BATCH_WINDOW), exceptCase));
    }

    /// What stands in a complaint's records, as forms show it.
    public Map<String, String> form(UUID caseId) {
        return database.read(handle -> StepForm.of(handle, ComplaintStep.allKinds(), caseId));
    }

    public ComplaintView view(UUID caseId) {
        return database.read(handle -> ComplaintView.of(handle, caseId));
    }

    /// Steps that were finished; whether their gates still hold is told by [#openPoints].
    public List<ComplaintStep> doneSteps(UUID caseId) {
        return database.read(handle -> {
            var facts = ComplaintFacts.of(handle, Rows.find(handle, Case.KIND, caseId).orElseThrow());
            return java.util.Arrays.stream(ComplaintStep.values())
                    .filter(step -> facts.isGiven(step.kinds().getLast().name() + ".done_at"))
                    .toList();
        });
    }

    /// What would be open in each step if what stands in the forms were kept now.
    ///
    /// @param form by `kind.field`
    public Map<ComplaintStep, List<Point>> openPoints(UUID caseId, Map<String, String> form) {
        var flow = flow();
        return database.read(handle -> {
            var subject = Rows.find(handle, Case.KIND, caseId).orElseThrow();
            var whole = StepForm.of(handle, List.of(Assessment.KIND), caseId);
            whole.putAll(form);
            var facts = ComplaintFacts.of(handle, subject, form, SeverityMatrix.propose(workplace, whole).severity());
            var open = new EnumMap<ComplaintStep, List<Point>>(ComplaintStep.class);
            for (var step : ComplaintStep.values()) {
                open.put(step, Requirement.open(flow.step(step.code()).gate(), facts));
            }
            return open;
        });
    }

    public Flow flow() {
        return workplace.first(Flow.TOPIC, flow -> flow.code().equals(CaseKind.COMPLAINT.name())).orElseThrow();
    }
}
