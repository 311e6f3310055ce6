package dev.calmdesk.search;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Kind;
import dev.calmdesk.language.Pinyin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The things of one [Source] in a Lucene index, which follows the database and can be lost at any time.
///
/// [#refresh] does all the work on the index: it opens it, takes in what changed, or builds it anew where it is absent,
/// damaged, another desk's or ahead of the database. It takes from milliseconds to a minute, so the application calls it
/// in the background: once at start, then through [#follow] after each commit that changed something. Searches run
/// meanwhile on what there is. Thread-safe.
public final class TextIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TextIndex.class);

    private final Database database;
    private final IndexPlace place;
    private final Source source;
    private final Set<String> tables;
    private volatile @Nullable OpenIndex open;
    private boolean closed;

    /// A search in an index that stays the same meanwhile.
    @FunctionalInterface
    public interface Searching<T> {
        T with(TextSearcher searcher) throws IOException;
    }

    private TextIndex(Database database, IndexPlace place, Source source) {
        this.database = database;
        this.place = place;
        this.source = source;
        tables = source.kinds().stream().map(Kind::table).collect(Collectors.toSet());
    }

    /// An index in a folder of its own, which is made if need be. Nothing is opened before the first [#refresh].
    public static TextIndex in(Path folder, Database database, Source source) {
        return new TextIndex(database, new IndexFolder(folder), source);
    }

    /// An index that ends with the process, for practice and tests.
    public static TextIndex inMemory(Database database, Source source) {
        return new TextIndex(database, new IndexMemory(), source);
    }

    /// The change that is fired when a refresh changed what searches find.
    public static String changed(Source source) {
        return source.name() + "_index";
    }

    /// Refreshes after each commit that changed something; changes that come while a refresh waits are taken in by it.
    ///
    /// @param background runs a task soon, away from the calling thread
    /// @param refresh what is then to be done; [#refresh], and what goes with it
    /// @param alsoOn further changes that call for it
    public Changes.Subscription follow(Executor background, Runnable refresh, Set<String> alsoOn) {
        var waiting = new AtomicBoolean();
        var awaited = new HashSet<>(alsoOn);
        source.kinds().forEach(kind -> awaited.add(kind.name()));
        return database.changes().on(awaited, () -> {
            if (waiting.compareAndSet(false, true)) {
                background.execute(() -> {
                    waiting.set(false);
                    refresh.run();
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
            if (bringUp()) {
                database.changes().fire(Set.of(changed(source)));
            }
        } catch (IOException | UncheckedIOException e) {
            throw Problem.unavailable("search.problem.index", e);
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
            int expected = database.read(source::count);
            if (found.size() == expected) {
                return true;
            }
            LOG.warn("The {} index has {} entries, the database {}", source.name(), found.size(), expected);
        } catch (IOException e) {
            LOG.warn("The {} index cannot be brought up: {}", source.name(), e.toString());
        }
        closeQuietly(found);
        return false;
    }

    private OpenIndex build() throws IOException {
        var lastChange = lastChange();
        var directory = place.fresh();
        var built = OpenIndex.build(directory, desk(), lastChange, writer -> database.read(handle -> {
            source.all(handle, entry -> OpenIndex.add(writer, entry));
            return true;
        }));
        place.adopt();
        LOG.info("The {} index was built: {} entries", source.name(), built.size());
        return built;
    }

    /// @return whether there was anything
    private boolean takeInChanges(OpenIndex index) throws IOException {
        var lastChange = lastChange();
        if (lastChange <= index.seq()) {
            return false;
        }
        index.update(desk(), lastChange, writer -> {
            for (var id : changedAfter(index.seq())) {
                writer.deleteDocuments(Entry.key(id));
                database.read(handle -> source.some(handle, List.of(id))).forEach(entry -> OpenIndex.add(writer, entry));
            }
        });
        return true;
    }

    private List<UUID> changedAfter(long seq) {
        return database.read(handle -> store(handle).after(seq, tables));
    }

    private UUID desk() {
        return database.desk().id();
    }

    private long lastChange() {
        return database.read(handle -> store(handle).last(tables));
    }

    private static ChangeStore store(Handle handle) {
        return handle.attach(ChangeStore.class);
    }

    /// Searches what there is; empty while the index is being built.
    public <T> Optional<T> search(Searching<T> search) {
        var index = open;
        if (index == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(index.search(search));
        } catch (AlreadyClosedException e) {
            return Optional.empty();
        } catch (IOException e) {
            giveUp(index, e);
            return Optional.empty();
        }
    }

    /// What shares the most with what was typed, the best first; nothing while the index is being built.
    ///
    /// @param filter what is looked at, such as a `MatchAllDocsQuery`
    public List<Match> best(Typed typed, Synonyms synonyms, Query filter, int limit) {
        return this.<List<Match>>search(searcher -> Best.of(
                        searcher, QueryClauses.of(typed, searcher.getIndexReader(), synonyms), filter, limit))
                .orElse(List.of());
    }

    /// Leaves nothing in the index's files of what was deleted, as an erasure asks: at once as far as possible, for certain
    /// after the next start, which builds it anew.
    ///
    /// @throws Problem.Unavailable if its folder cannot be written
    public synchronized void purge() {
        var index = open;
        try {
            place.disown();
            if (index != null) {
                takeInChanges(index);
                index.update(desk(), index.seq(), IndexWriter::forceMergeDeletes);
            }
        } catch (IOException e) {
            throw Problem.unavailable("search.problem.index", e);
        }
    }

    /// A damaged index is built anew by the next refresh.
    private synchronized void giveUp(OpenIndex index, IOException reason) {
        LOG.error("The {} index is damaged", source.name(), reason);
        if (open == index) {
            open = null;
            closeQuietly(index);
        }
    }

    private static void closeQuietly(OpenIndex index) {
        try {
            index.close();
        } catch (IOException e) {
            LOG.warn("Closing an index failed: {}", e.toString());
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
