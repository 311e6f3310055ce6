package dev.calmdesk.search;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;

/// Searches one index as it stands between two changes. Thread-safe.
///
/// Lucene leaves out what cannot be among the best. That pays for few terms or very many texts; a typed question becomes
/// some fifty terms, most of which nearly every text has. Among not too many texts it is much quicker to add up what each
/// text scores for each term, as [TermScores] remembers it.
public final class TextSearcher extends IndexSearcher {

    /// Up to here all are scored.
    private static final int FEW = 200_000;

    private final TermScores terms;
    private final int few;

    TextSearcher(IndexReader reader) {
        this(reader, FEW, TermScores.MOST_KEPT);
    }

    /// @param few up to so many texts all are scored
    /// @param mostKept how many scores are remembered
    TextSearcher(IndexReader reader, int few, int mostKept) {
        super(reader);
        this.terms = new TermScores(this, mostKept);
        this.few = few;
        setSimilarity(Fields.SIMILARITY);
    }

    /// What shares terms with what was typed.
    ///
    /// @param words any of which may be shared
    /// @param filter what is looked at, such as a `MatchAllDocsQuery`
    /// @return the best first, at most `limit` of them; of equals, the one added first
    public ScoreDoc[] sharing(Query words, Query filter, int limit) throws IOException {
        if (getIndexReader().maxDoc() > few) {
            return search(new BooleanQuery.Builder().add(words, Occur.MUST).add(filter, Occur.FILTER).build(), limit)
                    .scoreDocs;
        }
        var sums = new float[getIndexReader().maxDoc()];
        addUp(words, 1f, sums);
        keepOnly(filter, sums);
        return best(sums, limit);
    }

    private void addUp(Query words, float weight, float[] sums) throws IOException {
        switch (words) {
            case BoostQuery boosted -> addUp(boosted.getQuery(), weight * boosted.getBoost(), sums);
            case TermQuery term -> terms.of(term.getTerm()).addTo(sums, weight);
            case BooleanQuery any when isAnyOf(any) -> {
                for (var clause : any) {
                    addUp(clause.query(), weight, sums);
                }
            }
            default -> addUpAsLuceneDoes(words, weight, sums);
        }
    }

    private static boolean isAnyOf(BooleanQuery query) {
        return query.getMinimumNumberShouldMatch() <= 1
                && query.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD);
    }

    private void addUpAsLuceneDoes(Query words, float boost, float[] sums) throws IOException {
        var weight = createWeight(rewrite(words), ScoreMode.COMPLETE, boost);
        for (var leaf : getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            var live = leaf.reader().getLiveDocs();
            var texts = scorer.iterator();
            for (var at = texts.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = texts.nextDoc()) {
                if (live == null || live.get(at)) {
                    sums[leaf.docBase + at] += scorer.score();
                }
            }
        }
    }

    private void keepOnly(Query filter, float[] sums) throws IOException {
        if (filter instanceof MatchAllDocsQuery) {
            return;
        }
        var weight = createWeight(rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1f);
        for (var leaf : getIndexReader().leaves()) {
            var passing = new FixedBitSet(leaf.reader().maxDoc());
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                passing.or(scorer.iterator());
            }
            for (var at = 0; at < passing.length(); at++) {
                if (!passing.get(at)) {
                    sums[leaf.docBase + at] = 0;
                }
            }
        }
    }

    /// A score above nothing and a place make one number, so that better ones are greater.
    private static ScoreDoc[] best(float[] sums, int limit) {
        var best = new LongHeap(Math.clamp(sums.length, 1, limit));
        for (var text = 0; text < sums.length; text++) {
            if (sums[text] > 0) {
                best.insertWithOverflow((long) Float.floatToIntBits(sums[text]) << Integer.SIZE | ~text & 0xffff_ffffL);
            }
        }
        var found = new ScoreDoc[best.size()];
        for (var i = found.length - 1; i >= 0; i--) {
            var each = best.pop();
            found[i] = new ScoreDoc((int) ~each, Float.intBitsToFloat((int) (each >>> Integer.SIZE)));
        }
        return found;
    }
}
