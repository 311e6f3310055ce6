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

    /// To promise the customer something, keep or move a promise.
    public Optional<Problem> whyNotPromise() {
        return whyNotWork();
    }

    /// To ask somebody to take it over.
    public Optional<Problem> whyNotOffer() {
        return whyNotWork()
                .or(() -> unless(waiting == null, Problem.refused("cases.problem.transfer_waits")));
    }

    /// To take it out of all figures.
    public Optional<Problem> whyNotVoid() {
        var isResponsible = subject.owner().equals(person.id()) || person.isAny(Role.LEAD, Role.MANAGER);
        return closed()
                .or(() -> unless(isResponsible, Problem.notAllowed("cases.problem.not_responsible", subject.number())));
    }

    /// To accept or decline the offer that waits.
    public Optional<Problem> whyNotAnswer() {
        var isReceiver = waiting != null
                && !waiting.fromPerson().equals(person.id())
                && (waiting.toPerson() == null
                        ? waiting.toTeam().equals(person.team())
                        : waiting.toPerson().equals(person.id()));
        return unless(isReceiver, Problem.notAllowed("cases.problem.not_your_transfer"));
    }

    /// To take the offer back.
    public Optional<Problem> whyNotWithdraw() {
        var isGiver = waiting != null && waiting.fromPerson().equals(person.id());
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
