package dev.calmdesk.knowledge;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.language.Pinyin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches articles in a Lucene index, which follows the published articles of the database and can be lost at any time.
///
/// [#refresh] does all the work on the index: it opens it, takes in what changed, or builds it anew where it is absent,
/// damaged, another desk's or ahead of the database. It takes from milliseconds to a minute, so the application calls it
/// in the background: once at start, then through [#follow] after each commit that changed an article. Searches run
/// meanwhile on what there is. Thread-safe.
public final class ArticleIndex implements Search, AutoCloseable {

    /// Fired with [Changes] when a refresh changed what searches find.
    public static final String CHANGED = "article_index";

    private static final Logger LOG = LoggerFactory.getLogger(ArticleIndex.class);
    private static final int MOST_COUNTED = 500;

    private final Database database;
    private final IndexPlace place;
    private volatile @Nullable OpenIndex open;
    private volatile Map<UUID, Integer> served = Map.of();
    private boolean closed;

    private ArticleIndex(Database database, IndexPlace place) {
        this.database = database;
        this.place = place;
    }

    /// An index in a folder of its own, which is made if need be. Nothing is opened before the first [#refresh].
    public static ArticleIndex in(Path folder, Database database) {
        return new ArticleIndex(database, new IndexFolder(folder));
    }

    /// An index that ends with the process, for practice and tests.
    public static ArticleIndex inMemory(Database database) {
        return new ArticleIndex(database, new IndexMemory());
    }

    /// Refreshes after each commit that changed an article or says that one served; changes that come while a refresh waits
    /// are taken in by it.
    ///
    /// @param background runs a task soon, away from the calling thread
    public Changes.Subscription follow(Executor background) {
        var waiting = new AtomicBoolean();
        return database.changes().on(Set.of(Article.KIND.name(), ArticleUse.KIND.name()), () -> {
            if (waiting.compareAndSet(false, true)) {
                background.execute(() -> {
                    waiting.set(false);
                    refresh();
                });
            }
        });
    }

    /// Brings the index up to the database, from whatever state it is in.
    ///
    /// @throws Problem.Unavailable if the index cannot be written
    public synchronized void refresh() {
        if (closed) {
            return;
        }
        try {
            Pinyin.warm();
            served = database.read(handle -> handle.attach(ArticleStore.class).served());
            if (bringUp()) {
                database.changes().fire(Set.of(CHANGED));
            }
        } catch (IOException | UncheckedIOException e) {
            throw Problem.unavailable("knowledge.problem.index", e);
        }
    }

    /// @return whether searches may find something else now
    private boolean bringUp() throws IOException {
        var index = open;
        if (index != null) {
            try {
                return takeInChanges(index);
            } catch (CorruptIndexException e) {
                giveUp(index, e);
            }
        }
        var directory = place.current();
        var found = directory.isPresent()
                ? OpenIndex.open(directory.get(), desk(), lastChange())
                : Optional.<OpenIndex>empty();
        open = found.isPresent() && takesInAll(found.get()) ? found.get() : build();
        return true;
    }

    /// Takes in what is missing; what then still differs in number was changed behind the index's back.
    private boolean takesInAll(OpenIndex found) {
        try {
            takeInChanges(found);
            var published = database.read(handle -> handle.attach(ArticleStore.class).publishedCount());
            if (found.size() == published) {
                return true;
            }
            LOG.warn("The index has {} articles, the database {}", found.size(), published);
        } catch (IOException e) {
            LOG.warn("The article index cannot be brought up: {}", e.toString());
        }
        closeQuietly(found);
        return false;
    }

    private OpenIndex build() throws IOException {
        var lastChange = lastChange();
        var directory = place.fresh();
        var built = OpenIndex.build(directory, desk(), lastChange, writer -> database.read(handle -> {
            try (var articles = handle.attach(ArticleStore.class).allPublished()) {
                articles.forEach(article -> add(writer, article));
            }
            return null;
        }));
        place.adopt();
        LOG.info("The article index was built: {} articles", built.size());
        return built;
    }

    private static void add(IndexWriter writer, Article article) {
        try {
            writer.addDocument(ArticleDocument.of(article));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return whether there was anything
    private boolean takeInChanges(OpenIndex index) throws IOException {
        var lastChange = lastChange();
        if (lastChange <= index.seq()) {
            return false;
        }
        var changed = database.read(handle -> handle.attach(ArticleStore.class).changedAfter(index.seq()));
        index.update(desk(), lastChange, writer -> {
            for (var id : changed) {
                writer.deleteDocuments(ArticleDocument.key(id));
                articles(List.of(id)).values().stream()
                        .filter(article -> article.state() == ArticleState.PUBLISHED)
                        .forEach(article -> add(writer, article));
            }
        });
        return true;
    }

    private UUID desk() {
        return database.desk().id();
    }

    private long lastChange() {
        return database.read(handle -> handle.attach(ArticleStore.class).lastChange());
    }

    private Map<UUID, Article> articles(List<UUID> ids) {
        var articles = new HashMap<UUID, Article>();
        if (!ids.isEmpty()) {
            database.read(handle -> handle.attach(ArticleStore.class).byIds(ids))
                    .forEach(article -> articles.put(article.id(), article));
        }
        return articles;
    }

    @Override
    public Results search(Query query) {
        var index = open;
        if (index == null) {
            return Results.NOT_READY;
        }
        try {
            return index.search(searcher -> search(searcher, query));
        } catch (AlreadyClosedException e) {
            return Results.NOT_READY;
        } catch (IOException e) {
            giveUp(index, e);
            return Results.NOT_READY;
        }
    }

    /// A damaged index is built anew by the next refresh.
    private synchronized void giveUp(OpenIndex index, IOException reason) {
        LOG.error("The article index is damaged", reason);
        if (open == index) {
            open = null;
            closeQuietly(index);
        }
    }

    private Results search(IndexSearcher searcher, Query query) throws IOException {
        var typed = Typed.of(query.text());
        if (typed.isEmpty()) {
            var newest = new Ranking(query.today(), served).newest(searcher, Filters.alone(query), query.limit());
            return results(newest, Map.of(), typed);
        }
        var words = QueryClauses.of(typed, searcher.getIndexReader());
        var ranking = new Ranking(query.today(), served);
        var ofAllKinds = ranking.top(searcher, Filters.on(words, query, Set.of()), MOST_COUNTED);
        var wanted = query.kinds().isEmpty()
                ? ofAllKinds.stream().limit(query.limit()).toList()
                : ranking.top(searcher, Filters.on(words, query, query.kinds()), query.limit());
        return results(wanted, counts(ofAllKinds), typed);
    }

    private static Map<ArticleKind, Integer> counts(List<Ranking.Candidate> candidates) {
        var counts = new EnumMap<ArticleKind, Integer>(ArticleKind.class);
        candidates.forEach(candidate -> counts.merge(candidate.kind(), 1, Integer::sum));
        return counts;
    }

    private Results results(List<Ranking.Candidate> found, Map<ArticleKind, Integer> counts, Typed typed) {
        var articles = articles(found.stream().map(Ranking.Candidate::id).toList());
        var highlights = new Highlights(typed);
        var hits = found.stream()
                .filter(candidate -> articles.containsKey(candidate.id()))
                .map(candidate -> hit(candidate, articles.get(candidate.id()), highlights))
                .toList();
        return new Results(true, hits, counts);
    }

    private static Hit hit(Ranking.Candidate candidate, Article article, Highlights highlights) {
        return new Hit(
                article.id(),
                candidate.score(),
                highlights.title(article.title()),
                Passages.best(article, highlights),
                article.kind(),
                candidate.validity(),
                article.mustRead());
    }

    private static void closeQuietly(OpenIndex index) {
        try {
            index.close();
        } catch (IOException e) {
            LOG.warn("Closing the article index failed: {}", e.toString());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        var index = open;
        open = null;
        if (index != null) {
            closeQuietly(index);
        }
    }
}
