package dev.calmdesk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.calmdesk.support.SomeTexts;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// However few or many texts there are, the same ones are found as by Lucene's own search of words and filter together.
class TextSearcherTest {

    private static final int LIMIT = 7;
    private static final Query EVERY_THIRD = new TermQuery(new Term("third", "0"));

    @ParameterizedTest
    @CsvSource({"0, 0", "200000, 6000000", "200000, 100"})
    void theBestAreFoundAndNothingThatWasNotAskedFor(int few, int mostKept) throws Exception {
        var texts = SomeTexts.any(120, 300).toList();
        var typed = SomeTexts.any(12, 40).map(Typed::of).filter(words -> !words.isEmpty()).toList();
        try (var index = OpenIndex.inMemory(IntStream.range(0, texts.size())
                .mapToObj(number -> Entry.of(new UUID(0, number))
                        .title(texts.get(number))
                        .body(texts.get((number + 1) % texts.size()))
                        .keyword("third", String.valueOf(number % 3))))) {
            index.search(searcher -> {
                var own = new TextSearcher(searcher.getIndexReader(), few, mostKept);
                for (var words : typed) {
                    var clauses = QueryClauses.of(words, searcher.getIndexReader(), Synonyms.GENERAL);
                    for (var filter : List.of(new MatchAllDocsQuery(), EVERY_THIRD)) {
                        assertSame(
                                own.sharing(clauses, filter, LIMIT),
                                together(searcher, clauses, filter));
                    }
                }
                return true;
            });
        }
    }

    private static ScoreDoc[] together(IndexSearcher searcher, Query words, Query filter) throws IOException {
        var both = new BooleanQuery.Builder().add(words, Occur.MUST).add(filter, Occur.FILTER).build();
        return searcher.search(both, LIMIT).scoreDocs;
    }

    /// What has nearly the same score may change places.
    private static void assertSame(ScoreDoc[] found, ScoreDoc[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (var i = 0; i < found.length; i++) {
            assertThat(found[i].score).isCloseTo(expected[i].score, within(expected[0].score / 10_000));
        }
    }

    @Test
    void nothingIsFoundWhereNothingPasses() throws Exception {
        try (var index = OpenIndex.inMemory(SomeTexts.any(5, 20).map(text -> Entry.of(UUID.randomUUID()).title("退货" + text)))) {
            index.search(searcher -> {
                var words = QueryClauses.of(Typed.of("退货"), searcher.getIndexReader(), Synonyms.NONE);
                assertThat(searcher.sharing(words, EVERY_THIRD, LIMIT)).isEmpty();
                assertThat(searcher.sharing(words, new MatchAllDocsQuery(), LIMIT)).hasSize(5);
                return true;
            });
        }
    }
}
