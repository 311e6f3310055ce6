package dev.calmdesk.home.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Place;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.home.News;
import dev.calmdesk.home.NewsItem;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.people.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Where a person's day begins and to which it returns: what is promised, what waits, what stopped in the middle, how
/// the day goes, what is new.
public final class HomeViewModel implements AutoCloseable {

    private static final Duration ANEW = Duration.ofSeconds(30);
    private static final Set<String> SHOWN = Set.of(
            "promise", "case", "contact", "draft", "transfer", "approval", "remedy", "task", "follow_up",
            "follow_up_try", "inquiry", "customer", "workplace", "article", "article_report", "article_read", News.SEEN);

    private final Actor by;
    private final HomeServices services;
    private final HomeTools tools;
    private final HomeWays ways;
    private final HomeReader reader;
    private final Starts starts;
    private final Changes.Subscription changes;
    private final Changes.Subscription ticking;
    private final ReadOnlyStringWrapper greeting = new ReadOnlyStringWrapper(this, "greeting", "");
    private final ReadOnlyObjectWrapper<@Nullable HomeState> state = new ReadOnlyObjectWrapper<>(this, "state");
    private final ObservableList<Starts.Tile> tiles = FXCollections.observableArrayList();
    private final ObservableList<DueItem> dues = FXCollections.observableArrayList();
    private final ObservableList<WaitingItem> waiting = FXCollections.observableArrayList();
    private final ObservableList<UnfinishedItem> unfinished = FXCollections.observableArrayList();
    private final ObservableList<NewsItem> news = FXCollections.observableArrayList();

    public HomeViewModel(Actor by, HomeServices services, HomeTools tools, HomeWays ways) {
        this.by = by;
        this.services = services;
        this.tools = tools;
        this.ways = ways;
        this.reader = new HomeReader(by, services, tools.texts());
        this.starts = new Starts(services.workplace(), tools.texts());
        this.changes = tools.background().whenChanged(tools.changes(), SHOWN, this::reload);
        this.ticking = tools.background().repeat(ANEW, this::reload);
        tools.background().run("load limits", () -> starts.tiles(reader.servesCustomers())).then(tiles::setAll);
        reload();
    }

    private void reload() {
        greeting.set(reader.greeting());
        tools.background().latest(this).run("load home", reader::read).then(this::show);
    }

    private void show(HomeState read) {
        state.set(read);
        replace(dues, read.dues(), DueItem::title);
        replace(waiting, read.waiting(), WaitingItem::title);
        replace(unfinished, read.unfinished(), UnfinishedItem::draftId);
        replace(news, read.news(), NewsItem::title);
    }

    /// Rows that only changed their clock are replaced in place, so that the mark and the focus stay.
    private static <T> void replace(ObservableList<T> shown, List<T> read, Function<T, Object> identity) {
        if (shown.stream().map(identity).toList().equals(read.stream().map(identity).toList())) {
            for (var i = 0; i < read.size(); i++) {
                if (!shown.get(i).equals(read.get(i))) {
                    shown.set(i, read.get(i));
                }
            }
        } else {
            shown.setAll(read);
        }
    }

    boolean servesCustomers() {
        return reader.servesCustomers();
    }

    void begin(Starts.Tile tile) {
        if (tile.channel() == null) {
            ways.practise().run();
        } else {
            ways.beginContact().accept(tile.channel());
        }
    }

    void begin(Channel channel) {
        ways.beginContact().accept(channel);
    }

    /// Goes on where the person left the case, or else shows it.
    void open(DueItem due) {
        var begun = unfinished.stream().filter(draft -> due.number().equals(draft.number())).findFirst();
        if (begun.isPresent()) {
            resume(begun.get());
        } else {
            openCase(due.caseId());
        }
    }

    void openCase(UUID caseId) {
        tools.navigator().go(new CasePlace(caseId));
    }

    void go(Place place) {
        tools.navigator().go(place);
    }

    void resume(UnfinishedItem draft) {
        tools.navigator().go(new ContactPlace(draft.draftId()));
    }

    void accept(WaitingItem item) {
        answer(item, "accept transfer", "home.waiting.accepted", id -> services.transfers().accept(by, id));
    }

    /// @param why is told to whoever offered it
    void decline(WaitingItem item, String why) {
        answer(item, "decline transfer", "home.waiting.declined", id -> services.transfers().decline(by, id, why));
    }

    private void answer(WaitingItem item, String name, String noticeKey, java.util.function.Consumer<UUID> act) {
        item.transfer().ifPresent(id -> tools.background()
                .run(name, () -> act.accept(id))
                .then(done -> tools.dialogs().notice(noticeKey, item.number()))
                .onProblem(tools.dialogs()::problem));
    }

    void takeNote(NewsItem item) {
        item.bulletin().filter(code -> item.unread()).ifPresent(code -> tools.background()
                .run("take note of bulletin", () -> services.news().takeNote(by.id(), code)));
    }

    void read(NewsItem item) {
        item.article().ifPresent(id -> tools.navigator().go(new KnowledgePlace(id)));
    }

    ReadOnlyStringProperty greetingProperty() {
        return greeting.getReadOnlyProperty();
    }

    /// Null until everything was read once.
    ReadOnlyObjectProperty<@Nullable HomeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ObservableList<Starts.Tile> tiles() {
        return tiles;
    }

    ObservableList<DueItem> dues() {
        return dues;
    }

    ObservableList<WaitingItem> waiting() {
        return waiting;
    }

    ObservableList<UnfinishedItem> unfinished() {
        return unfinished;
    }

    ObservableList<NewsItem> news() {
        return news;
    }

    @Override
    public void close() {
        changes.close();
        ticking.close();
        tools.background().latest(this).drop();
    }
}
