package dev.calmdesk.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/// How much each text that has a term scores for it, taken from the index once for as long as the index stays as it is:
/// while somebody types, and from one question to the next, mostly the same terms are asked for. Thread-safe.
final class TermScores {

    /// Of some 8 bytes each. Beyond, everything is forgotten: what is asked for often is soon there again.
    static final int MOST_KEPT = 6_000_000;

    /// What a term costs beside its texts, in texts.
    private static final int TERM = 20;

    private final IndexSearcher searcher;
    private final Map<Term, Scores> known = new ConcurrentHashMap<>();
    private final AtomicLong kept = new AtomicLong();
    private final int mostKept;

    /// @param texts in the index's numbering, rising; both arrays are as long and nobody's to change
    record Scores(int[] texts, float[] scores) {

        private static final Scores NONE = new Scores(new int[0], new float[0]);

        /// Adds them, times a weight, to the sums of all texts.
        void addTo(float[] sums, float weight) {
            for (var i = 0; i < texts.length; i++) {
                sums[texts[i]] += weight * scores[i];
            }
        }
    }

    /// @param mostKept of how many texts the scores are remembered
    TermScores(IndexSearcher searcher, int mostKept) {
        this.searcher = searcher;
        this.mostKept = mostKept;
    }

    Scores of(Term term) throws IOException {
        var found = known.get(term);
        if (found == null) {
            found = read(term);
            keep(term, found);
        }
        return found;
    }

    private void keep(Term term, Scores found) {
        var size = found.texts().length + TERM;
        if (kept.addAndGet(size) > mostKept) {
            known.clear();
            kept.set(size);
        }
        known.put(term, found);
    }

    private Scores read(Term term) throws IOException {
        var states = TermStates.build(searcher, term, true);
        if (states.docFreq() == 0) {
            return Scores.NONE;
        }
        var scorer = searcher.getSimilarity().scorer(
                1f,
                searcher.collectionStatistics(term.field()),
                searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()));
        var reading = new Reading(states.docFreq());
        for (var leaf : searcher.getIndexReader().leaves()) {
            reading.add(leaf, term, scorer);
        }
        return reading.scores();
    }

    private static final class Reading {
        private final int[] texts;
        private final float[] scores;
        private int length;

        Reading(int most) {
            texts = new int[most];
            scores = new float[most];
        }

        void add(LeafReaderContext leaf, Term term, SimScorer scorer) throws IOException {
            var postings = leaf.reader().postings(term, PostingsEnum.FREQS);
            if (postings == null) {
                return;
            }
            var live = leaf.reader().getLiveDocs();
            var norms = leaf.reader().getNormValues(term.field());
            for (var at = postings.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.nextDoc()) {
                if (live == null || live.get(at)) {
                    norms.advanceExact(at);
                    texts[length] = leaf.docBase + at;
                    scores[length++] = scorer.score(postings.freq(), norms.longValue());
                }
            }
        }

        Scores scores() {
            return length == texts.length
                    ? new Scores(texts, scores)
                    : new Scores(Arrays.copyOf(texts, length), Arrays.copyOf(scores, length));
        }
    }
}
