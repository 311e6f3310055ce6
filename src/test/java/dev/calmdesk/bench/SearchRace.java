package dev.calmdesk.bench;

import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.knowledge.ArticleIndex;
import dev.calmdesk.knowledge.Search;
import dev.calmdesk.search.Entry;
import dev.calmdesk.search.Match;
import dev.calmdesk.search.Source;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.search.TextIndex;
import dev.calmdesk.search.Typed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.jdbi.v3.core.Handle;

/// From a keystroke to the ranked result, against SQLite's FTS5 with trigrams (any of them, by bm25) over the same articles
/// and keystrokes, in turns: both give ids. Beside it what the dock waits for: the articles with their titles and passages,
/// marked.
final class SearchRace {

    private static final int KEYSTROKES = 2_000;
    private static final int WARM_UP = 600;
    private static final int SHOWN = 20;
    private static final int MILLION = 1_000_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Library library = new Library();
    private final Path folder;

    SearchRace(Path folder) {
        this.folder = folder;
    }

    void run(int articles) throws SQLException {
        var clock = Clock.systemUTC();
        var place = folder.resolve("store" + articles);
        try (var database = Database.open(new StoreFiles(place), clock, Ids.timeOrdered(clock));
                var index = ArticleIndex.in(place.resolve("bench-index"), database, () -> Synonyms.GENERAL);
                var ranking = TextIndex.in(place.resolve("ranking"), database, new Made(articles));
                var sqlite = sqlite(articles);
                var trigrams = sqlite.prepareStatement("select rowid from a where a match ? order by bm25(a) limit " + SHOWN)) {
            library.into(database, articles);
            index.refresh();
            ranking.refresh();
            var shown = new Samples();
            var ours = new Samples();
            var theirs = new Samples();
            var typed = library.keystrokes(KEYSTROKES + WARM_UP);
            for (var i = 0; i < typed.size(); i++) {
                var text = typed.get(i);
                time(i < WARM_UP ? new Samples() : shown, () -> index.search(Search.Query.of(text, TODAY).in("zh-CN")));
                time(i < WARM_UP ? new Samples() : ours, () -> best(ranking, text));
                time(i < WARM_UP ? new Samples() : theirs, () -> ids(trigrams, text));
            }
            Table.heading("Search: a keystroke to the ranked result, %,d articles".formatted(articles));
            Table.row("shown, with marked passages", shown);
            Table.row("ids", ours);
            Table.row("FTS5 trigram, ids", theirs);
            Table.ratio(ours, theirs);
            Table.line("  %-34s %.2f", "ratio of the 99th percentiles", ours.percentile(99) / theirs.percentile(99));
        }
    }

    /// A million entries lie on the disk; the heap must not grow with them.
    void runMillion() {
        try (var database = Database.inMemory(Clock.systemUTC(), Ids.timeOrdered(Clock.systemUTC()));
                var index = TextIndex.in(folder.resolve("million"), database, new Made(MILLION))) {
            var before = heap();
            index.refresh();
            var times = new Samples();
            var typed = library.keystrokes(KEYSTROKES / 2 + WARM_UP);
            for (var i = 0; i < typed.size(); i++) {
                var text = typed.get(i);
                time(i < WARM_UP ? new Samples() : times, () -> best(index, text));
            }
            Table.heading("Search: a keystroke to the ranked result, %,d articles".formatted(MILLION));
            Table.row("ids", times);
            Table.line("  %-34s %,d MB before, %,d MB after", "heap in use", before, heap());
        }
    }

    private static List<Match> best(TextIndex index, String text) {
        return index.best(Typed.of(text), Synonyms.GENERAL, new MatchAllDocsQuery(), SHOWN);
    }

    private final class Made implements Source {

        private final int count;

        Made(int count) {
            this.count = count;
        }

        @Override
        public String name() {
            return "made";
        }

        @Override
        public Set<Kind<?>> kinds() {
            return Set.of(dev.calmdesk.knowledge.Article.KIND);
        }

        @Override
        public void all(Handle handle, Consumer<Entry> each) {
            library.texts(count).forEach(text -> each.accept(Entry.of(text.id()).title(text.title()).body(text.body())));
        }

        @Override
        public List<Entry> some(Handle handle, List<UUID> ids) {
            return List.of();
        }

        @Override
        public int count(Handle handle) {
            return count;
        }
    }

    private static long heap() {
        for (var i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private Connection sqlite(int articles) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("fts" + articles + ".db"));
        try (var statement = connection.createStatement()) {
            statement.execute("create virtual table a using fts5(title, body, tokenize='trigram')");
        }
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("insert into a (title, body) values (?, ?)")) {
            for (var text : (Iterable<Library.Text>) library.texts(articles)::iterator) {
                insert.setString(1, text.title());
                insert.setString(2, text.body());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        return connection;
    }

    private static int ids(PreparedStatement trigrams, String text) {
        var clean = text.replace("\"", "");
        try {
            trigrams.setString(1, any(clean));
            return count(trigrams);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String any(String clean) {
        return IntStream.rangeClosed(0, clean.length() - 3)
                .mapToObj(from -> "\"" + clean.substring(from, from + 3) + "\"")
                .collect(Collectors.joining(" OR "));
    }

    private static int count(PreparedStatement trigrams) throws SQLException {
        var found = 0;
        try (var rows = trigrams.executeQuery()) {
            while (rows.next()) {
                found++;
            }
        }
        return found;
    }

    private static void time(Samples samples, Supplier<?> work) {
        var begin = System.nanoTime();
        work.get();
        samples.addNanos(System.nanoTime() - begin);
    }
}
