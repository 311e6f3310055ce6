package dev.calmdesk.cases;

import dev.calmdesk.base.Changes;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Kind;
import dev.calmdesk.people.Actor;
import dev.calmdesk.search.Highlights;
import dev.calmdesk.search.Marked;
import dev.calmdesk.search.Match;
import dev.calmdesk.search.Passages;
import dev.calmdesk.search.ShownText;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.search.TextIndex;
import dev.calmdesk.search.Typed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Finds cases by what was said in them. As with any [TextIndex], [#refresh] brings it up to the database and is called
/// in the background. Nobody finds a case of a team whose cases they may not look at; what was put into the case library
/// is there for all who see cases. Thread-safe.
public final class CaseIndex implements AutoCloseable {

    /// Fired with [Changes] when a refresh changed what searches find.
    public static final String CHANGED = TextIndex.changed(source(Set.of()));

    private final Database database;
    private final TextIndex index;
    private final Supplier<Synonyms> synonyms;

    /// A case found.
    ///
    /// @param passage the piece of what came of it that fits best; of all its texts while nothing has
    public record Hit(CaseWords words, Marked title, Marked passage) {}

    private CaseIndex(Database database, TextIndex index, Supplier<Synonyms> synonyms) {
        this.database = database;
        this.index = index;
        this.synonyms = synonyms;
    }

    /// An index in a folder of its own, which is made if need be.
    ///
    /// @param kinds of the records in which words about a case stand, beside the case itself
    public static CaseIndex in(Path folder, Database database, Set<Kind<?>> kinds, Supplier<Synonyms> synonyms) {
        return new CaseIndex(database, TextIndex.in(folder, database, source(kinds)), synonyms);
    }

    /// An index that ends with the process, for practice and tests.
    public static CaseIndex inMemory(Database database, Set<Kind<?>> kinds, Supplier<Synonyms> synonyms) {
        return new CaseIndex(database, TextIndex.inMemory(database, source(kinds)), synonyms);
    }

    private static CaseSource source(Set<Kind<?>> kinds) {
        var all = new java.util.HashSet<>(kinds);
        all.add(Case.KIND);
        return new CaseSource(all);
    }

    /// Refreshes after each commit that changed a case.
    ///
    /// @param background runs a task soon, away from the calling thread
    public Changes.Subscription follow(Executor background) {
        return index.follow(background, index::refresh, Set.of());
    }

    public void refresh() {
        index.refresh();
    }

    /// Leaves nothing in the index of what was deleted.
    public void purge() {
        index.purge();
    }

    /// Cases by the beginning of their number, then by their words, the best first.
    public List<Hit> find(String typed, Actor viewer, int limit) {
        var words = Typed.of(typed);
        var byNumber = database.read(handle -> handle.attach(CaseStore.class)
                .numbered(typed.strip().toUpperCase(Locale.ROOT), limit));
        var byWords = words.isEmpty() ? List.<Match>of() : index.best(words, synonyms.get(), visibleTo(viewer), limit);
        var ids = Stream.concat(byNumber.stream(), byWords.stream().map(Match::id)).distinct().limit(limit).toList();
        return hits(ids, words).stream().filter(hit -> isVisible(hit.words(), viewer)).toList();
    }

    /// Closed cases in which something like it was said, the likest first.
    ///
    /// @param said what is being recorded, in the customer's words
    /// @param except the case that is being recorded itself
    public List<Hit> like(String said, Actor viewer, Set<UUID> except, int limit) {
        var words = Typed.of(said);
        if (words.isEmpty()) {
            return List.of();
        }
        var closed = new BooleanQuery.Builder()
                .add(visibleTo(viewer), Occur.FILTER)
                .add(new TermQuery(new Term(CaseSource.STATE, CaseState.CLOSED.name())), Occur.FILTER)
                .build();
        var ids = index.best(words, synonyms.get(), closed, limit + except.size()).stream()
                .map(Match::id)
                .filter(id -> !except.contains(id))
                .limit(limit)
                .toList();
        return hits(ids, words);
    }

    private List<Hit> hits(List<UUID> ids, Typed typed) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var known = new HashMap<UUID, CaseWords>();
        database.read(handle -> handle.attach(CaseStore.class).words(ids)).forEach(words -> known.put(words.id(), words));
        var highlights = new Highlights(typed);
        return ids.stream()
                .filter(known::containsKey)
                .map(known::get)
                .map(words -> new Hit(words, highlights.title(ShownText.of(words.title())), passage(words, highlights)))
                .toList();
    }

    /// The title says what happened already.
    private static Marked passage(CaseWords words, Highlights highlights) {
        var texts = words.outcome().isEmpty() ? words.texts() : words.outcome();
        return Passages.best(texts.stream().map(ShownText::of).toList(), highlights);
    }

    private static boolean isVisible(CaseWords words, Actor viewer) {
        var views = CaseList.views(viewer);
        return views.contains(CaseList.View.ALL)
                || (views.contains(CaseList.View.MINE) && (words.owner().equals(viewer.id()) || words.inLibrary()))
                || (views.contains(CaseList.View.TEAM) && words.team().equals(viewer.team()));
    }

    /// The same as [#isVisible], asked of the index.
    private static Query visibleTo(Actor viewer) {
        var views = CaseList.views(viewer);
        if (views.contains(CaseList.View.ALL)) {
            return new MatchAllDocsQuery();
        }
        if (views.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        var any = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(CaseSource.OWNER, viewer.id().toString())), Occur.SHOULD)
                .add(new TermQuery(new Term(CaseSource.LIBRARY, "true")), Occur.SHOULD);
        if (views.contains(CaseList.View.TEAM)) {
            any.add(new TermQuery(new Term(CaseSource.TEAM, viewer.team())), Occur.SHOULD);
        }
        return any.build();
    }

    @Override
    public void close() {
        index.close();
    }
}
