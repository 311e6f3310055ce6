package dev.calmdesk.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One complete index, open for searching. Each of its commits carries a mark, so that it is known after a crash whose
/// index it is and how far it had followed the database.
public final class OpenIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);
    private static final String DESK = "desk";
    private static final String SEQ = "seq";
    private static final String SCHEMA = "schema";

    private final Directory directory;
    private final SearcherManager searchers;
    private long seq;

    /// Work on an index that becomes one commit.
    @FunctionalInterface
    interface Writing {
        void on(IndexWriter writer) throws IOException;
    }

    private OpenIndex(Directory directory, SearcherManager searchers, long seq) {
        this.directory = directory;
        this.searchers = searchers;
        this.seq = seq;
    }

    /// Opens an index if it is whole and ours and not ahead of the database; else closes the directory.
    ///
    /// @param lastChange the newest change of the database
    static Optional<OpenIndex> open(Directory directory, UUID desk, long lastChange) throws IOException {
        try {
            var opened = openUnlessForeign(directory, desk, lastChange);
            if (opened.isEmpty()) {
                directory.close();
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            LOG.warn("An index cannot be used: {}", e.toString());
            directory.close();
            return Optional.empty();
        }
    }

    private static Optional<OpenIndex> openUnlessForeign(Directory directory, UUID desk, long lastChange)
            throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            var mark = reader.getIndexCommit().getUserData();
            var seq = Long.parseLong(mark.getOrDefault(SEQ, "-1"));
            var ours = desk.toString().equals(mark.get(DESK)) && Fields.SCHEMA.equals(mark.get(SCHEMA));
            if (!ours || seq < 0 || seq > lastChange) {
                LOG.info("An index is of another desk, version or time: {}", mark);
                return Optional.empty();
            }
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return Optional.of(new OpenIndex(directory, searchers(directory), seq));
        }
    }

    /// An index that ends with the process.
    ///
    /// @throws UncheckedIOException never to be expected of memory
    public static OpenIndex inMemory(Stream<Entry> entries) {
        try {
            return build(new ByteBuffersDirectory(), new UUID(0, 0), 0, writer -> entries.forEach(entry -> add(writer, entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void add(IndexWriter writer, Entry entry) {
        try {
            writer.addDocument(entry.document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a new index into an empty directory.
    static OpenIndex build(Directory directory, UUID desk, long seq, Writing work) throws IOException {
        commit(directory, IndexWriterConfig.OpenMode.CREATE, desk, seq, work);
        return new OpenIndex(directory, searchers(directory), seq);
    }

    /// Brings the index up to a change of the database.
    void update(UUID desk, long newSeq, Writing work) throws IOException {
        commit(directory, IndexWriterConfig.OpenMode.APPEND, desk, newSeq, work);
        searchers.maybeRefreshBlocking();
        seq = newSeq;
    }

    private static void commit(
            Directory directory, IndexWriterConfig.OpenMode mode, UUID desk, long seq, Writing work) throws IOException {
        var config = new IndexWriterConfig(new KeywordAnalyzer())
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setSimilarity(Fields.SIMILARITY);
        try (var writer = new IndexWriter(directory, config)) {
            work.on(writer);
            var mark = Map.of(DESK, desk.toString(), SEQ, Long.toString(seq), SCHEMA, Fields.SCHEMA);
            writer.setLiveCommitData(mark.entrySet());
            writer.commit();
        }
    }

    private static SearcherManager searchers(Directory directory) throws IOException {
        return new SearcherManager(directory, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
                return new TextSearcher(reader);
            }
        });
    }

    /// The change of the database up to which the index has followed.
    long seq() {
        return seq;
    }

    int size() throws IOException {
        return search(searcher -> searcher.getIndexReader().numDocs());
    }

    /// @throws org.apache.lucene.store.AlreadyClosedException if the index was closed meanwhile
    public <T> T search(TextIndex.Searching<T> search) throws IOException {
        var searcher = (TextSearcher) searchers.acquire();
        try {
            return search.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
        }
    }
}
