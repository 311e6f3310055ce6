package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleFlaw;
import dev.calmdesk.knowledge.ArticleIndex;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Search;
import dev.calmdesk.people.Actor;
import dev.calmdesk.search.RecordedQuery;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/// Finds articles while somebody types, here or in a record that is followed, and opens one for reading.
public final class KnowledgeViewModel implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(60);

    private final Services services;
    private final Actor actor;
    private final Background background;
    private final Texts texts;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty followed = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(true);
    private final ObjectProperty<Optional<ArticleKind>> kind = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<@Nullable UUID> caseId = new SimpleObjectProperty<>();
    private final ObservableList<Search.Hit> hits = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<ArticleKind, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable Article> open = new ReadOnlyObjectWrapper<>();
    private final Changes.Subscription changes;
    private boolean takesOver;

    /// What the dock asks.
    ///
    /// @param today decides what has expired
    public record Services(Search search, Articles articles, Changes changes, Supplier<LocalDate> today) {}

    public KnowledgeViewModel(Services services, Actor actor, Background background, Texts texts) {
        this.services = services;
        this.actor = actor;
        this.background = background;
        this.texts = texts;
        this.changes = background.whenChanged(
                services.changes(), Set.of(Article.KIND.name(), ArticleIndex.CHANGED), this::search);
        text.subscribe((before, now) -> typed(now));
        followed.subscribe((before, now) -> takeOver());
        kind.subscribe((before, now) -> search());
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
            text.set(new RecordedQuery("", "", "", followed.get(), "").text());
            takesOver = false;
        }
    }

    /// Drops a question of one's own and follows the record again.
    public void followAgain() {
        following.set(true);
        takeOver();
    }

    private void search() {
        var query = Search.Query.of(text.get(), services.today().get())
                .in(texts.language().getLanguage().equals("zh") ? "zh-CN" : texts.language().toLanguageTag())
                .ofKinds(kind.get().map(Set::of).orElse(Set.of()));
        var allowed = Articles.areOwnedBy(actor) ? query.withComing() : query;
        background.latest(hits, PAUSE).run("search knowledge", () -> services.search().search(allowed)).then(found -> {
            ready.set(found.ready());
            hits.setAll(found.hits());
            counts.set(found.counts());
        });
    }

    public void open(UUID articleId) {
        background.latest(open).run("open article", () -> {
            services.articles().markRead(actor.id(), articleId);
            return services.articles().get(articleId);
        }).then(found -> open.set(found.orElse(null)));
    }

    public void closeArticle() {
        open.set(null);
    }

    /// The open article answered the question.
    public void used() {
        var article = open.get();
        if (article != null) {
            background.run("note use", () -> services.articles().used(actor, article.id(), caseId.get()));
        }
    }

    /// The open article did not answer the question.
    public void didNotHelp(Runnable done) {
        var article = open.get();
        if (article != null) {
            background.run("note miss", () -> services.articles().didNotHelp(actor, article.id(), caseId.get()))
                    .then(nothing -> done.run());
        }
    }

    /// Tells the owner what is wrong with the open article.
    public void report(ArticleFlaw flaw, String words, Runnable done) {
        var article = open.get();
        if (article != null) {
            background.run("report article", () -> services.articles().report(actor, article.id(), caseId.get(), flaw, words))
                    .then(nothing -> done.run());
        }
    }

    public StringProperty textProperty() {
        return text;
    }

    /// What is being recorded beside the dock.
    public StringProperty followedProperty() {
        return followed;
    }

    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /// False while the index is being built.
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<ArticleKind>> kindProperty() {
        return kind;
    }

    /// The case that uses of an article count for; null for none.
    public ObjectProperty<@Nullable UUID> caseIdProperty() {
        return caseId;
    }

    public ObservableList<Search.Hit> hits() {
        return hits;
    }

    public ReadOnlyObjectProperty<Map<ArticleKind, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// The article being read; null for none.
    public ReadOnlyObjectProperty<@Nullable Article> openProperty() {
        return open.getReadOnlyProperty();
    }

    @Override
    public void close() {
        changes.close();
        background.latest(hits).drop();
        background.latest(open).drop();
    }
}
