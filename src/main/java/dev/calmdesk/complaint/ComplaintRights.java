package dev.calmdesk.complaint;

import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.CaseRights;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Workplace;
import java.util.Optional;

/// What a person may do with what is recorded about a complaint, and if not, why not. Screens ask before they offer an
/// act; the services judge again when it is done.
public record ComplaintRights(Actor person, ComplaintView view, Workplace workplace) {

    private Optional<Problem> whyNotWork() {
        return new CaseRights(person, view.subject(), null).whyNotWork();
    }

    public Optional<Problem> whyNotCarryOut(Remedy remedy) {
        return whyNotWork()
                .or(() -> unless(
                        remedy.state() == RemedyState.ALLOWED, Problem.refused("complaint.problem.remedy_not_allowed")));
    }

    public Optional<Problem> whyNotDrop(Remedy remedy) {
        var isOver = remedy.state() == RemedyState.DONE || remedy.state() == RemedyState.DROPPED;
        return whyNotWork().or(() -> unless(!isOver, Problem.refused("complaint.problem.remedy_ended")));
    }

    public Optional<Problem> whyNotAnswer(DepartmentTask task) {
        return whyNotWork().or(() -> unless(task.isOpen(), Problem.refused("complaint.problem.task_answered")));
    }

    /// To allow all that was asked for.
    public Optional<Problem> whyNotApprove(Approval approval) {
        return whyNotAllow(approval, approval.amountMinor());
    }

    /// To allow less than was asked for, but something.
    public Optional<Problem> whyNotReduce(Approval approval) {
        return whyNotAllow(approval, 1);
    }

    private Optional<Problem> whyNotAllow(Approval approval, long amount) {
        return whyNotRefuse(approval)
                .or(() -> unless(canGrant(approval, amount), Problem.notAllowed("complaint.problem.above_your_authority")));
    }

    public Optional<Problem> whyNotRefuse(Approval approval) {
        if (approval.state() != ApprovalState.ASKED) {
            return Optional.of(Problem.refused("complaint.problem.approval_decided"));
        }
        if (approval.askedBy().equals(person.id())) {
            return Optional.of(Problem.notAllowed("complaint.problem.own_request"));
        }
        if (!person.isAny(Role.LEAD, Role.MANAGER)) {
            return Optional.of(Problem.notAllowed("people.problem.not_allowed", person.name()));
        }
        return whyNotWork();
    }

    private boolean canGrant(Approval approval, long amount) {
        return view.remedies().stream()
                .filter(remedy -> remedy.id().equals(approval.remedyId()))
                .findFirst()
                .filter(remedy -> amount
                        <= Authority.left(workplace, person, remedy.type(), remedy.currency(), view.remedies()))
                .isPresent();
    }

    public Optional<Problem> whyNotClose() {
        var subject = view.subject();
        var isComplex = view.assessment().filter(found -> found.grade() == Assessment.Grade.COMPLEX).isPresent();
        return new CaseRights(person, subject, null)
                .whyNotVoid()
                .or(this::whyNotWork)
                .or(() -> unless(
                        !isComplex || person.isAny(Role.SPECIALIST, Role.LEAD, Role.MANAGER),
                        Problem.notAllowed("complaint.problem.complex", subject.number())));
    }

    public Optional<Problem> whyNotReopen() {
        return unless(
                        view.subject().state() == CaseState.CLOSED,
                        Problem.refused("complaint.problem.not_closed", view.subject().number()))
                .or(() -> unless(
                        person.isAny(Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.MANAGER),
                        Problem.notAllowed("people.problem.not_allowed", person.name())));
    }

    private static Optional<Problem> unless(boolean isMet, Problem problem) {
        return isMet ? Optional.empty() : Optional.of(problem);
    }
}
