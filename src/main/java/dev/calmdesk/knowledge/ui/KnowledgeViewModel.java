package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseIndex;
import dev.calmdesk.cases.CaseWords;
import dev.calmdesk.fx.Background;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleFlaw;
import dev.calmdesk.knowledge.ArticleIndex;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Narrowing;
import dev.calmdesk.knowledge.Search;
import dev.calmdesk.people.Actor;
import dev.calmdesk.search.RecordedQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Finds articles and like cases while somebody types, here or in a record that is followed, and opens one for reading.
/// What is selected can be acted on without being opened.
public final class KnowledgeViewModel implements AutoCloseable {

    /// So many articles stand before the cases, and so many cases before the other articles.
    private static final int BEST = 3;
    private static final int CASES_ALONE = 20;

    private static final Duration PAUSE = Duration.ofMillis(60);

    private final Services services;
    private final Actor actor;
    private final Background background;
    private final Texts texts;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<RecordedQuery> followed = new SimpleObjectProperty<>(RecordedQuery.NONE);
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NONE);
    private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.ALL);
    private final ObjectProperty<Narrowing> among = new SimpleObjectProperty<>(Narrowing.NONE);
    private final ObjectProperty<@Nullable UUID> caseId = new SimpleObjectProperty<>();
    private final ObservableList<KnowledgeHit> hits = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable KnowledgeHit> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Article> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CaseWords> openCase = new ReadOnlyObjectWrapper<>();
    private final Changes.Subscription changes;
    private boolean takesOver;

    /// What the dock asks.
    ///
    /// @param pictures the file that a reference to a picture means; empty if it is not here
    /// @param today decides what has expired
    public record Services(
            Search search,
            CaseIndex cases,
            Articles articles,
            Function<String, Optional<Path>> pictures,
            Changes changes,
            Supplier<LocalDate> today) {}

    /// What was found, beside the hits themselves.
    ///
    /// @param ready false while the index is being built
    /// @param typed for what; blank for nothing in particular
    /// @param cases how many like cases there are
    record Answer(
            boolean ready, String typed, Search.Results.Nature nature, Map<ArticleKind, Integer> counts, int cases) {

        static final Answer NONE = new Answer(true, "", Search.Results.Nature.FOUND, Map.of(), 0);

        /// How many articles of all kinds fit.
        int articles() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// What is looked for, and where.
    ///
    /// @param except cases that are not shown
    private record Asked(String typed, Shelf looked, Narrowing narrowing, Set<UUID> except) {}

    private record Found(Answer answer, List<KnowledgeHit> hits, List<CaseIndex.Hit> cases) {

        /// Whether the same stands there in the same order.
        boolean isLike(Found other) {
            return answer.equals(other.answer)
                    && hits.stream().map(KnowledgeHit::id).toList().equals(
                            other.hits.stream().map(KnowledgeHit::id).toList());
        }
    }

    public KnowledgeViewModel(Services services, Actor actor, Background background, Texts texts) {
        this.services = services;
        this.actor = actor;
        this.background = background;
        this.texts = texts;
        this.changes = background.whenChanged(
                services.changes(), Set.of(Article.KIND.name(), ArticleIndex.CHANGED, CaseIndex.CHANGED), this::search);
        text.subscribe((before, now) -> typed(now));
        followed.subscribe((before, now) -> takeOver());
        shelf.subscribe((before, now) -> search());
        among.subscribe((before, now) -> search());
        search();
    }

    private void typed(String now) {
        if (!takesOver) {
            following.set(now.isBlank());
            takeOver();
        }
        search();
    }

    /// Follows the record as long as nobody typed a question of their own.
    private void takeOver() {
        if (following.get()) {
            takesOver = true;
            text.set(followed.get().text());
            takesOver = false;
        }
    }

    /// Drops a question of one's own and follows the record again.
    public void followAgain() {
        following.set(true);
        takeOver();
    }

    private void search() {
        var subject = caseId.get();
        var asked = new Asked(
                text.get(), shelf.get(), among.get().to(shelf.get().kinds()), subject == null ? Set.of() : Set.of(subject));
        background.latest(hits).run("search knowledge", () -> find(asked)).then(found -> {
            show(found);
            searchByMeaning(asked, found);
        });
    }

    /// The words answer at once; when the typing pauses a second answer follows, and gives way to whoever has begun to
    /// choose meanwhile.
    private void searchByMeaning(Asked asked, Found byWords) {
        var before = selected.get();
        background.latest(hits, PAUSE)
                .run("search by meaning", () -> services.search()
                        .searchByMeaning(query(asked))
                        .map(articles -> found(asked, articles, byWords.cases())))
                .then(found -> found.filter(second -> selected.get() == before && !second.isLike(byWords))
                        .ifPresent(second -> reorder(byWords, second)));
    }

    private void reorder(Found byWords, Found second) {
        var wasFirst = !byWords.hits().isEmpty() && byWords.hits().getFirst() == selected.get();
        if (wasFirst) {
            selected.set(null);
        }
        show(second);
    }

    private Found find(Asked asked) {
        return found(
                asked, services.search().search(query(asked)),
                services.cases().like(asked.typed(), actor, asked.except(), CASES_ALONE));
    }

    private Search.Query query(Asked asked) {
        var query = Search.Query.of(asked.typed(), services.today().get())
                .in(texts.language().getLanguage().equals("zh") ? "zh-CN" : texts.language().toLanguageTag())
                .among(asked.narrowing());
        return Articles.areOwnedBy(actor) ? query.withComing() : query;
    }

    private static Found found(Asked asked, Search.Results articles, List<CaseIndex.Hit> cases) {
        var found = new ArrayList<KnowledgeHit>();
        if (asked.looked().articles()) {
            articles.hits().forEach(hit -> found.add(new KnowledgeHit.OfArticle(hit)));
        }
        if (asked.looked().cases()) {
            found.addAll(Math.min(BEST, found.size()), cases.stream()
                    .limit(asked.looked().articles() ? BEST : CASES_ALONE)
                    .map(hit -> (KnowledgeHit) new KnowledgeHit.OfCase(hit))
                    .toList());
        }
        return new Found(
                new Answer(articles.ready(), asked.typed(), articles.nature(), articles.counts(), cases.size()),
                found, cases);
    }

    private void show(Found found) {
        var before = selected.get();
        answer.set(found.answer());
        hits.setAll(found.hits());
        selected.set(hits.stream()
                .filter(hit -> before != null && hit.id().equals(before.id()))
                .findFirst()
                .orElse(hits.isEmpty() ? null : hits.getFirst()));
    }

    /// Opens a hit for reading.
    void open(KnowledgeHit hit) {
        switch (hit) {
            case KnowledgeHit.OfArticle article -> open(article.id());
            case KnowledgeHit.OfCase like -> openCase.set(like.hit().words());
        }
    }

    public void open(UUID articleId) {
        background.latest(open).run("open article", () -> {
            services.articles().markRead(actor.id(), articleId);
            return services.articles().get(articleId);
        }).then(found -> open.set(found.orElse(null)));
    }

    /// Back to the list.
    public void closeOpened() {
        open.set(null);
        openCase.set(null);
    }

    /// Gives an article to somebody who acts on it.
    void withArticle(UUID articleId, java.util.function.Consumer<Article> act) {
        background.run("read article", () -> services.articles().get(articleId)).then(found -> found.ifPresent(act));
    }

    /// An article answered the question.
    void used(UUID articleId) {
        background.run("note use", () -> services.articles().used(actor, articleId, caseId.get()));
    }

    /// An article did not answer the question.
    void didNotHelp(UUID articleId, Runnable done) {
        background.run("note miss", () -> services.articles().didNotHelp(actor, articleId, caseId.get()))
                .then(nothing -> done.run());
    }

    /// Tells the owner what is wrong with the open article.
    public void report(ArticleFlaw flaw, String words, Runnable done) {
        var article = open.get();
        if (article != null) {
            background.run("report article", () -> services.articles().report(actor, article.id(), caseId.get(), flaw, words))
                    .then(nothing -> done.run());
        }
    }

    /// Tells those who own knowledge that nothing was found for what was asked.
    public void reportMissing(Runnable done) {
        var asked = text.get();
        background.run("report missing article", () ->
                        services.articles().report(actor, null, caseId.get(), ArticleFlaw.MISSING, asked))
                .then(nothing -> done.run());
    }

    public StringProperty textProperty() {
        return text;
    }

    /// What is being recorded beside the dock.
    public ObjectProperty<RecordedQuery> followedProperty() {
        return followed;
    }

    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ObjectProperty<Shelf> shelfProperty() {
        return shelf;
    }

    /// The case that uses of an article count for; null for none.
    public ObjectProperty<@Nullable UUID> caseIdProperty() {
        return caseId;
    }

    /// Among which articles is searched, beside their kind.
    ObjectProperty<Narrowing> amongProperty() {
        return among;
    }

    /// Whether the person looks after the knowledge, and so sees what is not in force yet.
    boolean isOwner() {
        return Articles.areOwnedBy(actor);
    }

    ObservableList<KnowledgeHit> hits() {
        return hits;
    }

    /// What is acted on in the list; null if it is empty.
    ObjectProperty<@Nullable KnowledgeHit> selectedProperty() {
        return selected;
    }

    /// The file that a reference to a picture means.
    Function<String, Optional<Path>> pictures() {
        return services.pictures();
    }

    /// The article being read; null for none.
    public ReadOnlyObjectProperty<@Nullable Article> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The case being read; null for none.
    public ReadOnlyObjectProperty<@Nullable CaseWords> openCaseProperty() {
        return openCase.getReadOnlyProperty();
    }

    @Override
    public void close() {
        changes.close();
        background.latest(hits).drop();
        background.latest(open).drop();
    }
}
