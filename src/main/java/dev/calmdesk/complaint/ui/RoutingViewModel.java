package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.Severity;
import dev.calmdesk.cases.Transfer;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.complaint.Assessment.Grade;
import dev.calmdesk.complaint.SeverityMatrix.Level;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.people.Person;
import dev.calmdesk.people.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Hands a complex complaint to somebody who may settle it.
public final class RoutingViewModel {

    static final String TO = "new_transfer.to";
    static final String REASON = "new_transfer.reason";
    static final String NOTE = "new_transfer.note";

    private static final Set<Role> SENIOR = Set.of(Role.SPECIALIST, Role.LEAD, Role.MANAGER);
    private static final String TEAM = "team:";
    private static final String PERSON = "person:";

    private final CaseInHand hand;
    private final ReadOnlyBooleanWrapper needed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private String proposedReason = "";
    private String proposedReceiver = "";

    RoutingViewModel(CaseInHand hand) {
        this.hand = hand;
        hand.whenTyped(this::judge, ClassifyViewModel.GRADE, ClassifyViewModel.SEVERITY);
        hand.whenRead(read -> judge());
    }

    private void judge() {
        if (!hand.isRead()) {
            return;
        }
        var read = hand.read();
        var owner = read.person(read.view().subject().owner());
        var ownerMay = owner.filter(RoutingViewModel::isSenior).isPresent();
        var isComplex = hand.text(ClassifyViewModel.GRADE).equals(Grade.COMPLEX.name());
        waiting.set(read.offered().isPresent());
        needed.set((isComplex && !ownerMay) || waiting.get());
        state.set(read.offered().map(this::offered).orElse(""));
        if (needed.get() && !waiting.get()) {
            propose();
        }
    }

    static boolean isSenior(Person person) {
        return person.roleSet().stream().anyMatch(SENIOR::contains);
    }

    private String offered(Transfer transfer) {
        var to = transfer.toPerson() == null
                ? words().team(transfer.toTeam())
                : hand.read().nameOf(transfer.toPerson());
        return hand.texts().get("complaint.routing.waiting", hand.when().brief(transfer.askedAt()), to);
    }

    private ComplaintWords words() {
        return new ComplaintWords(hand.content(), hand.texts(), hand.when());
    }

    /// Fills in what is likeliest; it follows the facts until a person chooses otherwise.
    private void propose() {
        var level = Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equals(hand.text(ClassifyViewModel.SEVERITY)))
                .findFirst()
                .map(hand.content().matrix()::level);
        proposedReason = propose(
                REASON, proposedReason, level.filter(Level::safety).isPresent() ? "safety" : "complex");
        var receivers = receivers();
        if (!receivers.isEmpty()) {
            var wantsLead = level.filter(found -> found.role() == Role.LEAD).isPresent();
            var first = receivers.getFirst().code();
            proposedReceiver = propose(TO, proposedReceiver, wantsLead ? leadOfTeam().orElse(first) : first);
        }
    }

    private String propose(String field, String before, String now) {
        var stands = hand.text(field);
        if (stands.isEmpty() || stands.equals(before)) {
            hand.set(field, now);
        }
        return now;
    }

    private Optional<String> leadOfTeam() {
        return hand.read().people().stream()
                .filter(person -> person.active() && isOfTeam(person) && person.roleSet().contains(Role.LEAD))
                .map(person -> PERSON + person.id())
                .findFirst();
    }

    /// Who could take the case: the teams of specialists first, then single people who may settle it.
    public List<Option> receivers() {
        var read = hand.read();
        var options = new ArrayList<Option>();
        read.people().stream()
                .filter(person -> person.active() && person.roleSet().contains(Role.SPECIALIST))
                .map(Person::team)
                .distinct()
                .forEach(team -> options.add(new Option(TEAM + team, words().team(team))));
        read.people().stream()
                .filter(person -> person.active() && isSenior(person) && !person.id().equals(read.view().subject().owner()))
                .sorted((a, b) -> Boolean.compare(isOfTeam(b), isOfTeam(a)))
                .forEach(person -> options.add(new Option(
                        PERSON + person.id(),
                        hand.texts().get("complaint.routing.person", person.name(), role(person)))));
        return options;
    }

    private boolean isOfTeam(Person person) {
        return person.team().equals(hand.view().subject().team());
    }

    private String role(Person person) {
        return person.roleSet().stream().filter(SENIOR::contains).findFirst().map(hand.texts()::name).orElse("");
    }

    /// Offers the case; until somebody accepts it stays with its owner.
    public void offer() {
        var to = hand.text(TO);
        var person = to.startsWith(PERSON) ? UUID.fromString(to.substring(PERSON.length())) : null;
        var team = person == null
                ? to.substring(Math.min(TEAM.length(), to.length()))
                : hand.read().person(person).map(Person::team).orElse("");
        var offer = new Transfers.Offer(person, team, hand.text(REASON), hand.text(NOTE));
        hand.act("offer case", () -> hand.services().transfers().ask(hand.actor(), hand.caseId(), offer))
                .then(nothing -> hand.clear(NOTE));
    }

    public void withdraw() {
        hand.read().offered().ifPresent(transfer ->
                hand.act("withdraw offer", () -> hand.services().transfers().withdraw(hand.actor(), transfer.id())));
    }

    /// Puts the record's summary into the note.
    public void noteSummary() {
        hand.set(NOTE, ReadBackText.of(hand.form(), words()));
    }

    /// Whether the case has to go to somebody else, or waits for somebody.
    public ReadOnlyBooleanProperty neededProperty() {
        return needed.getReadOnlyProperty();
    }

    /// Whether an offer waits for its answer.
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// To whom it was offered and when; empty if it was not.
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }
}
