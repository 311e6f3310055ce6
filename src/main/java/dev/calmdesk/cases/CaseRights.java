package dev.calmdesk.cases;

import dev.calmdesk.base.Problem;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person may do with a case now, and if not, why not. Screens ask before they offer an act; the services judge
/// again when it is done. Pure.
///
/// @param waiting the hand-over that waits for an answer; null if none does
public record CaseRights(Actor person, Case subject, @Nullable Transfer waiting) {

    private static final Role[] WORKING = {Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.MANAGER};

    /// To go on with its steps.
    public Optional<Problem> whyNotWork() {
        return closed().or(this::roleMissing);
    }

    /// To promise the customer something.
    public Optional<Problem> whyNotPromise() {
        return whyNotWork();
    }

    /// To keep or move a promise: it outlives the case on which it was made.
    public Optional<Problem> whyNotKeepPromise() {
        return roleMissing();
    }

    /// To ask somebody to take it over.
    public Optional<Problem> whyNotOffer() {
        return whyNotWork()
                .or(this::notResponsible)
                .or(() -> unless(waiting == null, Problem.refused("cases.problem.transfer_waits")));
    }

    /// To take it out of all figures.
    public Optional<Problem> whyNotVoid() {
        return closed().or(this::notResponsible);
    }

    private Optional<Problem> notResponsible() {
        var isResponsible = subject.owner().equals(person.id()) || isLead();
        return unless(isResponsible, Problem.notAllowed("cases.problem.not_responsible", subject.number()));
    }

    private boolean isLead() {
        return person.isAny(Role.LEAD, Role.MANAGER);
    }

    /// To accept the offer that waits.
    public Optional<Problem> whyNotAnswer() {
        var isReceiver = waiting != null
                && !waiting.fromPerson().equals(person.id())
                && (waiting.toPerson() == null
                        ? waiting.toTeam().equals(person.team())
                        : waiting.toPerson().equals(person.id()));
        return unless(isReceiver, Problem.notAllowed("cases.problem.not_your_transfer")).or(this::whyNotWork);
    }

    /// To take the offer back.
    public Optional<Problem> whyNotWithdraw() {
        var isGiver = waiting != null && (waiting.fromPerson().equals(person.id()) || isLead());
        return unless(isGiver, Problem.notAllowed("cases.problem.not_your_transfer"));
    }

    private Optional<Problem> closed() {
        return unless(subject.isOpen(), Problem.refused("cases.problem.not_open", subject.number()));
    }

    private Optional<Problem> roleMissing() {
        return unless(person.isAny(WORKING), Problem.notAllowed("people.problem.not_allowed", person.name()));
    }

    private static Optional<Problem> unless(boolean isMet, Problem problem) {
        return isMet ? Optional.empty() : Optional.of(problem);
    }
}
