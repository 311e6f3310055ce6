package dev.calmdesk.app.check;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.Transfer;
import dev.calmdesk.cases.TransferState;
import dev.calmdesk.data.Rows;
import dev.calmdesk.people.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// First-contact responsibility: every open case has one owner, who keeps its promises; whoever takes it over was asked.
final class CaseRules {

    private final Handle handle;
    private final Map<UUID, Person> people;
    private final Map<UUID, Case> cases;

    CaseRules(Handle handle) {
        this.handle = handle;
        this.people = byId(Rows.all(handle, Person.KIND), Person::id);
        this.cases = byId(Rows.all(handle, Case.KIND), Case::id);
    }

    private static <R> Map<UUID, R> byId(List<R> rows, Function<R, UUID> id) {
        return rows.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    void judge(List<Finding> findings) {
        cases.values().stream()
                .filter(subject -> subject.isOpen() && !isAtWork(subject.owner()))
                .forEach(subject -> findings.add(new Finding("case.owner", subject.number(), subject.owner().toString())));
        Rows.all(handle, Promise.KIND).forEach(promise -> judge(promise, findings));
        var waiting = new HashSet<UUID>();
        for (var transfer : Rows.all(handle, Transfer.KIND)) {
            judge(transfer, findings);
            if (transfer.state() == TransferState.ASKED && !waiting.add(transfer.caseId())) {
                findings.add(new Finding("transfer.twice", number(transfer.caseId()), transfer.id().toString()));
            }
        }
    }

    private boolean isAtWork(UUID person) {
        return people.containsKey(person) && people.get(person).active();
    }

    private void judge(Promise promise, List<Finding> findings) {
        var subject = cases.get(promise.caseId());
        if (subject == null || !people.containsKey(promise.owner())) {
            findings.add(new Finding("promise.owner", number(promise.caseId()), promise.id().toString()));
        } else if (promise.isOpen() && subject.isOpen() && !promise.owner().equals(subject.owner())) {
            findings.add(new Finding("promise.elsewhere", subject.number(), promise.id().toString()));
        }
    }

    private void judge(Transfer transfer, List<Finding> findings) {
        var isAnswered = transfer.answeredBy() != null && transfer.answeredAt() != null;
        var isTaken = transfer.state() == TransferState.ACCEPTED;
        var isWrongReceiver = isTaken
                && isAnswered
                && (transfer.answeredBy().equals(transfer.fromPerson())
                        || (transfer.toPerson() != null && !transfer.toPerson().equals(transfer.answeredBy())));
        if (!cases.containsKey(transfer.caseId())
                || isAnswered == (transfer.state() == TransferState.ASKED)
                || isWrongReceiver) {
            findings.add(new Finding("transfer.answer", number(transfer.caseId()), transfer.id().toString()));
        }
    }

    private String number(UUID caseId) {
        return cases.containsKey(caseId) ? cases.get(caseId).number() : caseId.toString();
    }
}
