package dev.calmdesk.contact.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.contact.History;
import dev.calmdesk.customer.Customer;
import dev.calmdesk.customer.CustomerDraft;
import dev.calmdesk.customer.CustomerNumber;
import dev.calmdesk.customer.Customers;
import dev.calmdesk.customer.NumberType;
import dev.calmdesk.customer.Numbers;
import dev.calmdesk.customer.Profile;
import dev.calmdesk.customer.Recognition;
import dev.calmdesk.customer.Recognition.Candidate;
import dev.calmdesk.customer.Title;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Work;
import dev.calmdesk.people.Actor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Finds out who the customer is and shows what we know about them.
public final class CustomerPanelViewModel implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(120);
    private static final int HISTORY_LENGTH = 40;
    private static final Duration RECENT = Duration.ofDays(30);

    private final Customers customers;
    private final History history;
    private final Actor actor;
    private final Background background;
    private final InstantSource clock;
    private final Typed typed;
    private final ReadOnlyObjectWrapper<@Nullable UUID> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Recognition.@Nullable Certainty> certainty = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Known> known = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<UUID, String>> revealed = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Changes.@Nullable Subscription changes;
    private boolean isAnswered;
    private final Subscription typing;

    /// What stands in the fields, kept by whoever builds the panel: what was searched for, and a newcomer's name, title and
    /// number.
    public record Typed(StringProperty search, StringProperty name, StringProperty title, StringProperty number) {}

    /// Everything the panel shows about a chosen customer.
    ///
    /// @param recentComplaints complaints of the last thirty days, one in progress included
    public record Known(Profile profile, List<History.Item> history, int recentComplaints) {
        public Customer customer() {
            return profile.customer();
        }
    }

    public CustomerPanelViewModel(
            Customers customers, History history, Actor actor, Background background, InstantSource clock, Typed typed) {
        this.customers = customers;
        this.history = history;
        this.actor = actor;
        this.background = background;
        this.clock = clock;
        this.typed = typed;
        this.typing = typed.search().subscribe(this::follow);
    }

    /// Reloads what is shown when somebody changes it.
    public void follow(Changes source) {
        changes = background.whenChanged(
                source, java.util.Set.of("customer", "customer_number", "purchase", "case", "contact"), this::refresh);
    }

    private void refresh() {
        if (chosen.get() != null) {
            load(chosen.get());
        }
    }

    private void follow(String text) {
        isAnswered = false;
        if (text.isBlank()) {
            background.latest(candidates).drop();
            candidates.clear();
            certainty.set(null);
            return;
        }
        recognise(PAUSE).then(this::show);
    }

    private Work<Recognition> recognise(Duration pause) {
        var text = typed.search().get();
        return background.latest(candidates, pause).run("recognise customer", () -> customers.recognise(text));
    }

    private void show(Recognition found) {
        isAnswered = true;
        certainty.set(found.certainty());
        candidates.setAll(found.candidates());
    }

    /// Takes the only or the first candidate. Who is quicker than the answer gets the customer if it is certain who it is;
    /// otherwise the candidates to look at.
    public void chooseFirst() {
        if (isAnswered) {
            candidates.stream().findFirst().ifPresent(first -> choose(first.customer().id()));
        } else if (!typed.search().get().isBlank()) {
            recognise(Duration.ZERO).then(found -> {
                show(found);
                found.known().ifPresent(customer -> choose(customer.id()));
            });
        }
    }

    public void choose(UUID customerId) {
        List.of(typed.search(), typed.name(), typed.title(), typed.number()).forEach(field -> field.set(""));
        chosen.set(customerId);
        load(customerId);
    }

    private void load(UUID customerId) {
        background.latest(known).run("load customer", () -> read(customerId)).then(read -> {
            if (!customerId.equals(shownId())) {
                revealed.set(Map.of());
            }
            known.set(read);
        });
    }

    private @Nullable UUID shownId() {
        return known.get() == null ? null : known.get().customer().id();
    }

    private Known read(UUID customerId) {
        var items = history.of(customerId, HISTORY_LENGTH);
        var since = clock.instant().minus(RECENT);
        var complaints = items.stream()
                .flatMap(item -> item.subject().stream())
                .filter(subject -> subject.kind() == CaseKind.COMPLAINT && subject.openedAt().isAfter(since))
                .map(subject -> subject.id())
                .distinct()
                .count();
        return new Known(customers.profile(customerId), items, (int) complaints);
    }

    /// Enters a customer whom nobody knew; a number typed into the search field is taken along.
    public void add() {
        var number = typed.number().get();
        var numbers = Numbers.email(number).isPresent()
                ? List.of(new CustomerDraft.NumberDraft(NumberType.EMAIL, number))
                : number.isBlank() ? List.<CustomerDraft.NumberDraft>of()
                        : List.of(new CustomerDraft.NumberDraft(NumberType.PHONE, number));
        var draft = CustomerDraft.of(
                typed.name().get().strip(), title(), actor.team(), numbers.toArray(CustomerDraft.NumberDraft[]::new));
        problem.set(null);
        background.run("add customer", () -> customers.add(actor, draft))
                .then(added -> choose(added.id()))
                .onProblem(problem::set);
    }

    /// Shows the clear numbers and leaves a trace of it.
    public void reveal(String reason) {
        var customer = Objects.requireNonNull(shownId());
        problem.set(null);
        background.run("reveal numbers", () -> customers.reveal(actor, customer, reason))
                .then(clear -> revealed.set(clear.stream()
                        .collect(Collectors.toMap(CustomerNumber::id, CustomerNumber::number))))
                .onProblem(problem::set);
    }

    private Title title() {
        return typed.title().get().isEmpty() ? Title.NONE : Title.valueOf(typed.title().get());
    }

    /// The choice was wrong: ask again.
    public void forget() {
        background.latest(known).drop();
        chosen.set(null);
        known.set(null);
        revealed.set(Map.of());
    }

    public Typed typed() {
        return typed;
    }

    /// Whose contact it is, at once when it is chosen; null while nobody is.
    public ReadOnlyObjectProperty<@Nullable UUID> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Recognition.@Nullable Certainty> certaintyProperty() {
        return certainty.getReadOnlyProperty();
    }

    public ObservableList<Candidate> candidates() {
        return candidates;
    }

    /// The chosen customer as soon as it is read; null while nobody is.
    public ReadOnlyObjectProperty<@Nullable Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// Clear numbers by the id of the number.
    public ReadOnlyObjectProperty<Map<UUID, String>> revealedProperty() {
        return revealed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void close() {
        typing.unsubscribe();
        background.latest(candidates).drop();
        background.latest(known).drop();
        if (changes != null) {
            changes.close();
        }
    }
}
