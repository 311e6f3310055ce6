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

    /// All articles that were asked for, without a score.
    static Query of(Search.Query asked) {
        return of(asked, asked.among().kinds());
    }

    /// As [#of], of other kinds than those asked for; of all if there are none.
    static Query of(Search.Query asked, Set<ArticleKind> kinds) {
        var filters = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), BooleanClause.Occur.FILTER);
        addAll(filters, asked, kinds);
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
