package dev.calmdesk.knowledge;

import java.util.Collection;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Narrows a search by what stands in an article's fields, without a say in the order.
final class Filters {

    private Filters() {}

    /// A query narrowed as asked.
    ///
    /// @param kinds taken from here instead of from what was asked
    static Query on(Query words, Search.Query asked, Set<ArticleKind> kinds) {
        var both = new BooleanQuery.Builder().add(words, BooleanClause.Occur.MUST);
        addAll(both, asked, kinds);
        return both.build();
    }

    /// All articles that were asked for, without a score.
    static Query alone(Search.Query asked) {
        var filters = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), BooleanClause.Occur.FILTER);
        addAll(filters, asked, asked.among().kinds());
        return filters.build();
    }

    private static void addAll(BooleanQuery.Builder query, Search.Query asked, Set<ArticleKind> kinds) {
        asked.lang().ifPresent(lang -> add(query, new TermQuery(new Term(Facets.LANG, lang))));
        anyOf(query, Facets.KIND, kinds.stream().map(Enum::name).toList());
        anyOf(query, Facets.PRODUCT, asked.among().products());
        anyOf(query, Facets.CATEGORY, asked.among().categories());
        asked.among().audience().ifPresent(audience ->
                add(query, new TermQuery(new Term(Facets.AUDIENCE, audience.name()))));
        var today = asked.today().toEpochDay();
        if (!asked.includeComing()) {
            add(query, between(Facets.VALID_FROM, Long.MIN_VALUE, today));
        }
        asked.among().validity().ifPresent(validity -> {
            switch (validity) {
                case VALID -> {
                    add(query, between(Facets.VALID_FROM, Long.MIN_VALUE, today));
                    add(query, between(Facets.VALID_TO, today, Long.MAX_VALUE));
                }
                case EXPIRED -> add(query, between(Facets.VALID_TO, Long.MIN_VALUE, today - 1));
                case NOT_YET -> add(query, between(Facets.VALID_FROM, today + 1, Long.MAX_VALUE));
            }
        });
    }

    private static Query between(String field, long from, long to) {
        return NumericDocValuesField.newSlowRangeQuery(field, from, to);
    }

    private static void anyOf(BooleanQuery.Builder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            add(query, new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()));
        }
    }

    private static void add(BooleanQuery.Builder query, Query filter) {
        query.add(filter, BooleanClause.Occur.FILTER);
    }
}
