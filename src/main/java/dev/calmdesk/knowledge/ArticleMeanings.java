package dev.calmdesk.knowledge;

import dev.calmdesk.base.Changes;
import dev.calmdesk.data.Database;
import dev.calmdesk.meaning.Encoder;
import dev.calmdesk.meaning.Meaning;
import dev.calmdesk.meaning.Nearness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the published articles mean: in the database of this desk, and in memory to be compared with questions.
///
/// [#refresh] works out what is missing, article by article. The first time that takes minutes for ten thousand; what is done
/// stays, whenever it ends. Until all are through, and wherever there is no encoder, nothing is known to be near. Thread-safe.
public final class ArticleMeanings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleMeanings.class);
    private static final int BATCH = 16;

    private final Database database;
    private final Supplier<Optional<Encoder>> encoders;
    private final Map<UUID, Meaning> meanings = new ConcurrentHashMap<>();
    private final Map<UUID, String> fingerprints = new HashMap<>();
    private volatile Optional<Encoder> ready = Optional.empty();
    private volatile boolean on;
    private volatile boolean closed;

    /// @param encoders is asked by the first [#refresh]; may take a while
    /// @param on whether they are wanted at first
    public ArticleMeanings(Database database, Supplier<Optional<Encoder>> encoders, boolean on) {
        this.database = database;
        this.encoders = encoders;
        this.on = on;
    }

    /// Whether this system can tell what articles mean. May take a while.
    public boolean areToBeHad() {
        return encoders.get().isPresent();
    }

    /// Whether they are wanted; the next [#refresh] does what that needs.
    public void use(boolean wanted) {
        on = wanted;
        database.changes().fire(Set.of(ArticleIndex.CHANGED));
    }

    /// Refreshes whenever the index has taken in changes.
    ///
    /// @param background runs a task soon, away from the calling thread
    Changes.Subscription follow(Executor background) {
        var waiting = new AtomicBoolean();
        return database.changes().on(Set.of(ArticleIndex.CHANGED), () -> {
            if (waiting.compareAndSet(false, true)) {
                background.execute(() -> {
                    waiting.set(false);
                    refresh();
                });
            }
        });
    }

    /// Works out what is missing and drops what is stale.
    public synchronized void refresh() {
        var wanted = on && !closed ? encoders.get() : Optional.<Encoder>empty();
        if (wanted.isEmpty()) {
            ready = wanted;
            meanings.clear();
            fingerprints.clear();
            return;
        }
        var encoder = wanted.get();
        if (fingerprints.isEmpty()) {
            readKept(encoder);
        }
        var missing = missing(encoder);
        for (var from = 0; from < missing.size(); from += BATCH) {
            if (isEnough()) {
                return;
            }
            workOut(missing.subList(from, Math.min(from + BATCH, missing.size())), encoder);
        }
        if (!missing.isEmpty()) {
            LOG.info("It is known what {} more articles mean", missing.size());
        }
        ready = wanted;
    }

    private boolean isEnough() {
        return closed || !on;
    }

    private void readKept(Encoder encoder) {
        for (var row : database.read(handle -> handle.attach(ArticleVectorStore.class).all())) {
            if (row.fingerprint().startsWith(encoder.name() + " ")) {
                fingerprints.put(row.articleId(), row.fingerprint());
                meanings.put(row.articleId(), Meaning.read(row.vectors(), encoder.width()));
            }
        }
    }

    /// Articles of which no meaning is kept, or that of another text; whatever else is kept is dropped.
    private List<UUID> missing(Encoder encoder) {
        var missing = new ArrayList<UUID>();
        var present = new HashSet<UUID>();
        database.read(handle -> {
            try (var articles = handle.attach(ArticleVectorStore.class).articles()) {
                articles.forEach(article -> {
                    present.add(article.id());
                    if (!ArticleMeaning.fingerprint(article, encoder).equals(fingerprints.get(article.id()))) {
                        missing.add(article.id());
                    }
                });
            }
            return present;
        });
        if (!present.containsAll(fingerprints.keySet())) {
            database.writeDo(tx -> tx.store(ArticleVectorStore.class).dropStale());
            fingerprints.keySet().retainAll(present);
            meanings.keySet().retainAll(present);
        }
        return missing;
    }

    private void workOut(List<UUID> ids, Encoder encoder) {
        var done = new ArrayList<ArticleVectorStore.Row>();
        for (var article : database.read(handle -> handle.attach(ArticleStore.class).byIds(ids))) {
            if (isEnough()) {
                break;
            }
            var begin = System.nanoTime();
            var meaning = ArticleMeaning.of(article, encoder);
            done.add(new ArticleVectorStore.Row(
                    article.id(), ArticleMeaning.fingerprint(article, encoder), meaning.bytes()));
            LockSupport.parkNanos(System.nanoTime() - begin); // half a processor is left to whoever works here
        }
        database.writeDo(tx -> done.forEach(row ->
                tx.store(ArticleVectorStore.class).put(row.articleId(), row.fingerprint(), row.vectors())));
        done.forEach(row -> {
            fingerprints.put(row.articleId(), row.fingerprint());
            meanings.put(row.articleId(), Meaning.read(row.vectors(), encoder.width()));
        });
    }

    /// How near articles are to a question; unknown for what is to be taken literally, and as long as not all are known.
    Nearness to(String typed) {
        try {
            return ready.filter(encoder -> on)
                    .flatMap(encoder -> ArticleMeaning.of(typed, encoder))
                    .map(asked -> Nearness.to(asked, meanings))
                    .orElse(Nearness.UNKNOWN);
        } catch (IllegalStateException e) {
            LOG.error("Search goes on by words alone", e);
            ready = Optional.empty();
            return Nearness.UNKNOWN;
        }
    }

    /// Ends a refresh that runs, after the article it is at.
    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            ready = Optional.empty();
        }
    }
}
