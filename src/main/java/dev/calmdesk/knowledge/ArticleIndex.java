package dev.calmdesk.knowledge;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.knowledge.Search.Results.Nature;
import dev.calmdesk.meaning.Nearness;
import dev.calmdesk.search.Highlights;
import dev.calmdesk.search.Passages;
import dev.calmdesk.search.QueryClauses;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.search.TextIndex;
import dev.calmdesk.search.TextSearcher;
import dev.calmdesk.search.Typed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Searches the published articles. As with any [TextIndex], [#refresh] brings it up to the database and is called in the
/// background: once at start, then through [#follow]. Thread-safe.
public final class ArticleIndex implements Search, AutoCloseable {

    private static final ArticleSource SOURCE = new ArticleSource();

    /// Fired with [Changes] when a refresh changed what searches find.
    public static final String CHANGED = TextIndex.changed(SOURCE);

    private static final int MOST_COUNTED = 200;
    private static final int MOST_INSTEAD = 5;

    private final Database database;
    private final TextIndex index;
    private final Supplier<Synonyms> synonyms;
    private final ArticleMeanings meanings;
    private final ShownArticles shown;
    private volatile Map<UUID, Uses> uses = Map.of();

    private ArticleIndex(
            Database database, TextIndex index, Supplier<Synonyms> synonyms, ArticleMeanings meanings) {
        this.database = database;
        this.index = index;
        this.synonyms = synonyms;
        this.meanings = meanings;
        shown = new ShownArticles(database);
    }

    /// An index in a folder of its own that goes by words alone.
    public static ArticleIndex in(Path folder, Database database, Supplier<Synonyms> synonyms) {
        return in(folder, database, synonyms, new ArticleMeanings(database, Optional::empty, false));
    }

    /// An index in a folder of its own, which is made if need be. Nothing is opened before the first [#refresh].
    ///
    /// @param meanings are closed with the index
    public static ArticleIndex in(
            Path folder, Database database, Supplier<Synonyms> synonyms, ArticleMeanings meanings) {
        return new ArticleIndex(database, TextIndex.in(folder, database, SOURCE), synonyms, meanings);
    }

    /// An index that ends with the process and goes by words alone, for practice and tests.
    public static ArticleIndex inMemory(Database database, Supplier<Synonyms> synonyms) {
        return inMemory(database, synonyms, new ArticleMeanings(database, Optional::empty, false));
    }

    static ArticleIndex inMemory(Database database, Supplier<Synonyms> synonyms, ArticleMeanings meanings) {
        return new ArticleIndex(database, TextIndex.inMemory(database, SOURCE), synonyms, meanings);
    }

    /// Refreshes after each commit that changed an article or says that one served; then works out what the articles mean.
    ///
    /// @param background runs a task soon, away from the calling thread
    public Changes.Subscription follow(Executor background) {
        var changes = index.follow(background, this::refresh, Set.of(ArticleUse.KIND.name()));
        var changed = meanings.follow(background);
        return () -> {
            changes.close();
            changed.close();
        };
    }

    /// Brings the index up to the database, from whatever state it is in.
    ///
    /// @throws Problem.Unavailable if the index cannot be written
    public void refresh() {
        uses = database.read(handle -> handle.attach(ArticleStore.class).allUses());
        index.refresh();
        shown.forget();
    }

    /// Leaves nothing in the index of what was deleted.
    public void purge() {
        index.purge();
    }

    @Override
    public Results search(Query query) {
        return search(query, Nearness.UNKNOWN).orElse(Results.NOT_READY);
    }

    @Override
    public Optional<Results> searchByMeaning(Query query) {
        return Optional.of(meanings.to(query.text()))
                .filter(near -> !near.isUnknown())
                .flatMap(near -> search(query, near));
    }

    /// What the articles mean, as far as it is known.
    public ArticleMeanings meanings() {
        return meanings;
    }

    private Optional<Results> search(Query query, Nearness near) {
        return index.search(searcher -> search(searcher, query, near));
    }

    private Results search(TextSearcher searcher, Query query, Nearness near) throws IOException {
        var typed = Typed.of(query.text());
        var ranking = new Ranking(query.today(), uses, near);
        if (typed.isEmpty()) {
            return results(Nature.FOUND, ranking.newest(searcher, Filters.of(query), query.limit()), Map.of(), typed);
        }
        var words = QueryClauses.of(typed, searcher.getIndexReader(), synonyms.get());
        var found = search(searcher, query, ranking, typed, words, Nature.FOUND);
        if (found.hits().isEmpty() && !query.among().kinds().isEmpty()) {
            found = search(searcher, query.ofKinds(Set.of()), ranking, typed, words, Nature.OTHER_KINDS);
        }
        if (found.hits().isEmpty() && query.lang().isPresent()) {
            found = search(searcher, query.ofKinds(Set.of()).inAnyLanguage(), ranking, typed, words, Nature.OTHER_LANGUAGES);
        }
        return found.hits().isEmpty()
                ? results(Nature.MOST_USED, ranking.mostUsed(
                        searcher, Filters.of(query.ofKinds(Set.of())), MOST_INSTEAD), Map.of(), typed)
                : found;
    }

    private Results search(
            TextSearcher searcher, Query query, Ranking ranking, Typed typed, org.apache.lucene.search.Query words,
            Nature nature) throws IOException {
        var ofAllKinds = ranking.top(searcher, words, Filters.of(query, Set.of()), MOST_COUNTED);
        var wanted = query.among().kinds().isEmpty()
                ? ofAllKinds.stream().limit(query.limit()).toList()
                : ranking.top(searcher, words, Filters.of(query), query.limit());
        return results(nature, wanted, counts(ofAllKinds), typed);
    }

    private static Map<ArticleKind, Integer> counts(List<Ranking.Candidate> candidates) {
        var counts = new EnumMap<ArticleKind, Integer>(ArticleKind.class);
        candidates.forEach(candidate -> counts.merge(candidate.kind(), 1, Integer::sum));
        return counts;
    }

    private Results results(
            Nature nature, List<Ranking.Candidate> found, Map<ArticleKind, Integer> counts, Typed typed) {
        var articles = shown.of(found);
        var highlights = new Highlights(typed);
        var hits = found.stream()
                .filter(candidate -> articles.containsKey(candidate.id()))
                .map(candidate -> hit(candidate, articles.get(candidate.id()), highlights))
                .toList();
        return new Results(true, nature, hits, counts);
    }

    private Hit hit(Ranking.Candidate candidate, ShownArticle shown, Highlights highlights) {
        var article = shown.article();
        return new Hit(
                article.id(),
                candidate.score(),
                highlights.title(shown.title()),
                Passages.best(shown.texts(), highlights),
                article.kind(),
                candidate.validity(),
                article.mustRead(),
                article.validTo(),
                uses.getOrDefault(article.id(), Uses.NONE));
    }

    @Override
    public void close() {
        meanings.close();
        index.close();
    }
}
