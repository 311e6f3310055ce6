package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.cases.CaseList;
import dev.calmdesk.cases.CaseList.View;
import dev.calmdesk.cases.CaseRow;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.cases.Transfer;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.fx.Background;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The cases a person may see, most pressing first, page by page. Clocks run on without anything being read again.
public final class CasesViewModel implements AutoCloseable {

    static final int PAGE = 50;
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration TICK = Duration.ofSeconds(15);
    private static final Set<String> KINDS = Set.of("case", "clock", "promise", "transfer", "customer", "person");

    private final Cases cases;
    private final Transfers transfers;
    private final CaseWords words;
    private final Actor actor;
    private final Background background;
    private final ObjectProperty<View> view;
    private final BooleanProperty closedToo = new SimpleBooleanProperty();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<CaseItem> items = FXCollections.observableArrayList();
    private final ObservableList<OfferItem> offers = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final List<Changes.Subscription> open = new ArrayList<>();
    private boolean isComplete;
    private boolean isLoadingMore;

    /// What one reading gives.
    private record Read(List<CaseItem> items, int count, List<OfferItem> offers) {}

    public CasesViewModel(Cases cases, Transfers transfers, CaseWords words, Actor actor, Background background) {
        this.cases = cases;
        this.transfers = transfers;
        this.words = words;
        this.actor = actor;
        this.background = background;
        this.view = new SimpleObjectProperty<>(firstView(actor));
        this.now = new ReadOnlyObjectWrapper<>(words.when().now());
        if (isAllowed()) {
            view.subscribe((before, chosen) -> start(Duration.ZERO));
            closedToo.subscribe((before, chosen) -> start(Duration.ZERO));
            filter.subscribe((before, typed) -> start(PAUSE));
            open.add(background.repeat(TICK, () -> now.set(words.when().now())));
            start(Duration.ZERO);
        }
    }

    /// Where somebody looks first: those who watch a queue at it, everybody else at their own work.
    private static View firstView(Actor actor) {
        if (actor.isAny(Role.AGENT, Role.SPECIALIST)) {
            return View.MINE;
        }
        return actor.isAny(Role.LEAD) && !actor.team().isEmpty() ? View.TEAM : View.ALL;
    }

    /// Reloads when somebody here or elsewhere changes what is listed.
    public void follow(Changes source) {
        if (isAllowed()) {
            open.add(background.whenChanged(source, KINDS, this::reload));
        }
    }

    /// Whether this person may see cases at all.
    public boolean isAllowed() {
        return CaseList.isOpenTo(actor);
    }

    /// What may be chosen.
    public List<View> views() {
        return CaseList.views(actor);
    }

    private CaseList list() {
        return new CaseList(view.get(), !closedToo.get(), filter.get());
    }

    private void start(Duration pause) {
        load(PAGE, pause);
    }

    private void reload() {
        load(Math.max(PAGE, items.size()), Duration.ZERO);
    }

    private void load(int limit, Duration pause) {
        var list = list();
        background.latest(items, pause).run("list cases", () -> read(list, limit)).then(read -> {
            now.set(words.when().now());
            isLoadingMore = false;
            isComplete = read.items().size() < limit;
            count.set(read.count());
            if (!items.equals(read.items())) {
                items.setAll(read.items());
            }
            offers.setAll(read.offers());
        });
    }

    private Read read(CaseList list, int limit) {
        return new Read(
                page(list, null, limit),
                cases.count(list, actor),
                transfers.offeredTo(actor).stream().flatMap(offer -> offer(offer).stream()).toList());
    }

    private List<CaseItem> page(CaseList list, CaseRow after, int limit) {
        return cases.page(list, actor, after, limit).stream().map(words::item).toList();
    }

    private Optional<OfferItem> offer(Transfer offer) {
        return cases.row(offer.caseId()).map(row -> new OfferItem(
                row.id(),
                words.texts().get("cases.list.offer", row.ownerName(), row.number(), words.customer(row)),
                words.choice(Choice.TRANSFER_REASONS, offer.reason())));
    }

    /// Reads the next page; called when its first line is about to come into sight.
    public void more() {
        if (isComplete || isLoadingMore || items.isEmpty()) {
            return;
        }
        isLoadingMore = true;
        var list = list();
        var last = items.getLast().row();
        background.run("list more cases", () -> page(list, last, PAGE)).then(page -> {
            isLoadingMore = false;
            if (list.equals(list()) && !items.isEmpty() && items.getLast().row().equals(last)) {
                isComplete = page.size() < PAGE;
                items.addAll(page);
            }
        });
    }

    public ObservableList<CaseItem> items() {
        return items;
    }

    public ObservableList<OfferItem> offers() {
        return offers;
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    public BooleanProperty closedTooProperty() {
        return closedToo;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    /// How many there are on all pages.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// The time by which clocks are drawn.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        open.forEach(Changes.Subscription::close);
        background.latest(items).drop();
    }
}
