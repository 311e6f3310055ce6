package dev.calmdesk.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/// What shares the most with what was typed, in an order that is the same every time.
final class Best {

    /// What scores less than this part of the best shares no more than common characters with the query.
    static final double LEAST_PART = 0.2;

    private static final Comparator<Match> ORDER =
            Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::id);

    private Best() {}

    static List<Match> of(TextSearcher searcher, Query words, Query filter, int limit) throws IOException {
        var found = searcher.sharing(words, filter, limit);
        var least = found.length == 0 ? 0 : LEAST_PART * found[0].score;
        return matches(searcher, found).stream()
                .filter(match -> match.score() >= least)
                .sorted(ORDER)
                .toList();
    }

    /// Doc values are read forwards only, hence in the order of the documents.
    private static List<Match> matches(TextSearcher searcher, ScoreDoc[] found) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var inOrder = found.clone();
        Arrays.sort(inOrder, Comparator.comparingInt(document -> document.doc));
        var matches = new ArrayList<Match>();
        for (var document : inOrder) {
            var leaf = leaves.get(ReaderUtil.subIndex(document.doc, leaves));
            var ids = DocValues.getBinary(leaf.reader(), Entry.ID);
            ids.advanceExact(document.doc - leaf.docBase);
            matches.add(new Match(Entry.id(ids.binaryValue()), document.score));
        }
        return matches;
    }
}
