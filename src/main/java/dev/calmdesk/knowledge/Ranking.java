package dev.calmdesk.knowledge;

import dev.calmdesk.meaning.Nearness;
import dev.calmdesk.search.Entry;
import dev.calmdesk.search.TextSearcher;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;

/// Decides which articles come first: those that share the most terms and, where that is known, mean nearly the same; what
/// served agents before and what everybody has to read counts a little more, what does not hold today much less; then the
/// newer one, so that the order is the same every time.
///
/// @param uses how each article did in cases
/// @param near how near in meaning articles are to the question; unknown if words alone decide
record Ranking(LocalDate today, Map<UUID, Uses> uses, Nearness near) {

    private static final int FIRST_LOOK = 200;
    /// Among so many the oftenest used ones are looked for.
    private static final int MOST_KNOWN = 10_000;
    private static final double NOT_TODAY = 0.3;
    /// For ten times, a hundred, a thousand: once, twice, thrice this part. It tells apart what the words do not.
    private static final double SERVED = 0.1;
    private static final double MUST_READ = 0.05;
    /// What scores less than this part of the best shares no more than common characters with the query.
    private static final double LEAST_PART = 0.2;

    /// Of the nearness, beside the words of which the best count one. It was measured; so were the next four.
    private static final double MEANING = 3;
    /// So near are texts that have nothing in common.
    private static final double STRANGERS = 0.4;
    /// What shares no words is shown if it is as near as this, hardly farther than the nearest, and among the first.
    private static final double LEAST_NEAR = 0.5;
    private static final double HARDLY_FARTHER = 0.2;
    private static final int MOST_NEAR = 20;

    private static final Comparator<Candidate> ORDER = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(Candidate::validity)
            .thenComparing(Comparator.comparingLong(Candidate::updated).reversed())
            .thenComparing(Candidate::id);

    /// One article that shares something with what was typed.
    ///
    /// @param words how much it shares
    /// @param meaning what its nearness adds to that
    /// @param worth by what both are multiplied
    record Candidate(
            UUID id, ArticleKind kind, Validity validity, long updated, double words, double meaning, double worth) {

        double score() {
            return (words + meaning) * worth;
        }

        private Candidate with(double partOfBest, double newMeaning) {
            return new Candidate(id, kind, validity, updated, partOfBest, newMeaning, worth);
        }
    }

    /// The best articles in their order.
    ///
    /// @param filter what was asked for
    /// @param limit at most so many
    List<Candidate> top(TextSearcher searcher, Query words, Query filter, int limit) throws IOException {
        return near.isUnknown()
                ? byWords(searcher, words, filter, limit)
                : byMeaningToo(searcher, words, filter, limit);
    }

    private List<Candidate> byMeaningToo(TextSearcher searcher, Query words, Query filter, int limit)
            throws IOException {
        var look = Math.max(FIRST_LOOK, limit);
        var sharing = searcher.sharing(words, filter, look);
        var alike = searcher.search(nearest(words, filter), look).scoreDocs;
        var best = sharing.length == 0 ? 1 : sharing[0].score;
        var shown = shown(candidates(searcher, alike));
        var found = candidates(searcher, union(sharing, alike));
        var usual = found.stream().flatMap(one -> near.of(one.id()).stream()).mapToDouble(d -> d).average().orElse(0);
        return found.stream()
                .filter(one -> one.words() >= LEAST_PART * best || shown.contains(one.id()))
                .map(one -> one.with(one.words() / best, MEANING * aboveStrangers(near.of(one.id()).orElse(usual))))
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    private static double aboveStrangers(double nearness) {
        return Math.max(0, nearness - STRANGERS);
    }

    /// Those that mean nearly the same, with what they share of the words.
    private Query nearest(Query words, Query filter) {
        var keys = near.nearest(FIRST_LOOK).stream().map(Entry::key).map(Term::bytes).toList();
        return new BooleanQuery.Builder()
                .add(new TermInSetQuery(Entry.ID, keys), BooleanClause.Occur.FILTER)
                .add(filter, BooleanClause.Occur.FILTER)
                .add(words, BooleanClause.Occur.SHOULD)
                .build();
    }

    /// Which of them are near enough to be shown though they may share no words.
    private Set<UUID> shown(List<Candidate> alike) {
        var nearest = alike.stream().mapToDouble(this::nearness).max().orElse(0);
        return alike.stream()
                .filter(one -> nearness(one) >= Math.max(LEAST_NEAR, nearest - HARDLY_FARTHER))
                .sorted(Comparator.comparingDouble(this::nearness).reversed().thenComparing(Candidate::id))
                .limit(MOST_NEAR)
                .map(Candidate::id)
                .collect(Collectors.toSet());
    }

    private double nearness(Candidate one) {
        return near.of(one.id()).orElse(0.0);
    }

    private static ScoreDoc[] union(ScoreDoc[] some, ScoreDoc[] others) {
        var all = new HashMap<Integer, ScoreDoc>();
        Stream.of(some, others).flatMap(Arrays::stream).forEach(document -> all.putIfAbsent(document.doc, document));
        return all.values().toArray(ScoreDoc[]::new);
    }

    private List<Candidate> byWords(TextSearcher searcher, Query words, Query filter, int limit) throws IOException {
        for (var look = Math.max(FIRST_LOOK, limit); ; look *= 4) {
            var found = searcher.sharing(words, filter, look);
            var least = found.length == 0 ? 0 : LEAST_PART * found[0].score;
            var ranked = candidates(searcher, found).stream()
                    .filter(candidate -> candidate.words() >= least)
                    .sorted(ORDER)
                    .limit(limit)
                    .toList();
            if (found.length < look || isSettled(ranked, limit, least, found[found.length - 1].score)) {
                return ranked;
            }
        }
    }

    /// Whether nothing beyond the articles looked at could rise above those that are kept.
    private static boolean isSettled(List<Candidate> ranked, int limit, double least, double lowestLookedAt) {
        return lowestLookedAt < least
                || (ranked.size() == limit && ranked.getLast().score() >= lowestLookedAt);
    }

    /// What served oftenest, without any words to go by.
    List<Candidate> mostUsed(TextSearcher searcher, Query filter, int limit) throws IOException {
        return candidates(searcher, searcher.search(filter, MOST_KNOWN).scoreDocs).stream()
                .sorted(Comparator.comparingDouble(Candidate::worth)
                        .thenComparingLong(Candidate::updated)
                        .reversed()
                        .thenComparing(Candidate::id))
                .limit(limit)
                .toList();
    }

    /// What was updated last, without any words to go by.
    List<Candidate> newest(TextSearcher searcher, Query filter, int limit) throws IOException {
        var byUpdate = new Sort(new SortField(Facets.UPDATED, SortField.Type.LONG, true));
        var found = searcher.search(filter, limit, byUpdate).scoreDocs;
        for (var document : found) {
            document.score = 0;
        }
        return candidates(searcher, found).stream()
                .sorted(Comparator.comparingLong(Candidate::updated).reversed().thenComparing(Candidate::id))
                .toList();
    }

    /// Doc values are read forwards only, hence in the order of the documents.
    private List<Candidate> candidates(TextSearcher searcher, ScoreDoc[] found) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var inOrder = found.clone();
        Arrays.sort(inOrder, Comparator.comparingInt(document -> document.doc));
        var candidates = new ArrayList<Candidate>();
        Values values = null;
        for (var document : inOrder) {
            var leaf = leaves.get(ReaderUtil.subIndex(document.doc, leaves));
            if (values == null || values.leaf != leaf) {
                values = new Values(leaf);
            }
            candidates.add(values.candidate(document));
        }
        return candidates;
    }

    /// What one part of the index knows of its articles beside their terms.
    private final class Values {
        private final LeafReaderContext leaf;
        private final BinaryDocValues id;
        private final NumericDocValues kind;
        private final NumericDocValues validFrom;
        private final NumericDocValues validTo;
        private final NumericDocValues updated;
        private final NumericDocValues mustRead;

        Values(LeafReaderContext leaf) throws IOException {
            this.leaf = leaf;
            this.id = DocValues.getBinary(leaf.reader(), Entry.ID);
            this.kind = DocValues.getNumeric(leaf.reader(), Facets.KIND);
            this.validFrom = DocValues.getNumeric(leaf.reader(), Facets.VALID_FROM);
            this.validTo = DocValues.getNumeric(leaf.reader(), Facets.VALID_TO);
            this.updated = DocValues.getNumeric(leaf.reader(), Facets.UPDATED);
            this.mustRead = DocValues.getNumeric(leaf.reader(), Facets.MUST_READ);
        }

        Candidate candidate(ScoreDoc document) throws IOException {
            var at = document.doc - leaf.docBase;
            id.advanceExact(at);
            var article = Entry.id(id.binaryValue());
            var validity = validity(at);
            return new Candidate(
                    article,
                    ArticleKind.values()[(int) read(kind, at)],
                    validity,
                    read(updated, at),
                    document.score,
                    0,
                    validity == Validity.VALID ? worth(article, read(mustRead, at) > 0) : NOT_TODAY);
        }

        private Validity validity(int at) throws IOException {
            var day = today.toEpochDay();
            return read(validFrom, at) > day
                    ? Validity.NOT_YET
                    : read(validTo, at) < day ? Validity.EXPIRED : Validity.VALID;
        }

        private static long read(NumericDocValues values, int at) throws IOException {
            values.advanceExact(at);
            return values.longValue();
        }
    }

    private double worth(UUID article, boolean isMustRead) {
        var times = uses.getOrDefault(article, Uses.NONE).surplus();
        return 1 + SERVED * Math.log10(1 + times) + (isMustRead ? MUST_READ : 0);
    }
}
