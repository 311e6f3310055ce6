package dev.calmdesk.search;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Finds what shares terms with what was typed, and keeps the best.
///
/// Lucene leaves out what cannot be among the best. That pays for few terms or very many texts; a typed question becomes
/// some fifty terms, most of which nearly every text has, and among ten thousand texts it took four times as long as
/// scoring them all; among a hundred thousand, half as long. A filter is looked up for each text that shares something:
/// joined to the terms it would cost the quick way of scoring.
public final class Sharing {

    /// Up to here all are scored.
    private static final int FEW = 30_000;

    private Sharing() {}

    /// @param words any of which may be shared
    /// @param filter what is looked at, such as a `MatchAllDocsQuery`
    /// @return the best first, at most `limit` of them
    public static ScoreDoc[] best(IndexSearcher searcher, Query words, Query filter, int limit) throws IOException {
        return best(searcher, words, filter, limit, FEW);
    }

    static ScoreDoc[] best(IndexSearcher searcher, Query words, Query filter, int limit, int few) throws IOException {
        var isFew = searcher.getIndexReader().maxDoc() <= few;
        var best = new TopScoreDocCollectorManager(limit, isFew ? Integer.MAX_VALUE : limit);
        var passes = filter instanceof MatchAllDocsQuery
                ? null
                : searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1f);
        return searcher.search(words, new Passing(best, passes)).scoreDocs;
    }

    /// @param passes null if everything does
    private record Passing(TopScoreDocCollectorManager best, @Nullable Weight passes)
            implements CollectorManager<Passing.Sieve, TopDocs> {

        @Override
        public Sieve newCollector() {
            return new Sieve(best.newCollector(), passes);
        }

        @Override
        public TopDocs reduce(Collection<Sieve> sieves) throws IOException {
            return best.reduce(sieves.stream().map(Sieve::best).toList());
        }

        private static final class Sieve extends FilterCollector {
            private final TopScoreDocCollector best;
            private final @Nullable Weight passes;

            Sieve(TopScoreDocCollector best, @Nullable Weight passes) {
                super(best);
                this.best = best;
                this.passes = passes;
            }

            TopScoreDocCollector best() {
                return best;
            }

            @Override
            public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
                var collector = super.getLeafCollector(leaf);
                if (passes == null) {
                    return collector;
                }
                var passing = passing(leaf, passes);
                return new FilterLeafCollector(collector) {
                    @Override
                    public void collect(int document) throws IOException {
                        if (passing.get(document)) {
                            super.collect(document);
                        }
                    }
                };
            }

            private static BitSet passing(LeafReaderContext leaf, Weight filter) throws IOException {
                var bits = new FixedBitSet(leaf.reader().maxDoc());
                var scorer = filter.scorer(leaf);
                if (scorer != null) {
                    bits.or(scorer.iterator());
                }
                return bits;
            }
        }
    }
}
