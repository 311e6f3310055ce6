package dev.calmdesk.knowledge;

import dev.calmdesk.data.Kind;
import dev.calmdesk.search.Entry;
import dev.calmdesk.search.Source;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// The published articles, as the search knows them.
final class ArticleSource implements Source {

    @Override
    public String name() {
        return "article";
    }

    @Override
    public Set<Kind<?>> kinds() {
        return Set.of(Article.KIND);
    }

    @Override
    public void all(Handle handle, Consumer<Entry> each) {
        try (var articles = store(handle).allPublished()) {
            articles.map(ArticleSource::entry).forEach(each);
        }
    }

    @Override
    public List<Entry> some(Handle handle, List<UUID> ids) {
        return store(handle).byIds(ids).stream()
                .filter(article -> article.state() == ArticleState.PUBLISHED)
                .map(ArticleSource::entry)
                .toList();
    }

    @Override
    public int count(Handle handle) {
        return store(handle).publishedCount();
    }

    private static ArticleStore store(Handle handle) {
        return handle.attach(ArticleStore.class);
    }

    static Entry entry(Article article) {
        var entry = Entry.of(article.id()).title(article.title()).title(article.question());
        article.keywords().forEach(entry::title);
        entry.body(article.answer()).body(PlainText.of(article.detail()));
        article.products().forEach(sku -> entry.code(sku).keyword(Facets.PRODUCT, sku));
        categories(article).forEach(category -> entry.keyword(Facets.CATEGORY, category));
        var validTo = article.validTo();
        return entry.keyword(Facets.LANG, article.lang())
                .keyword(Facets.KIND, article.kind().name())
                .number(Facets.KIND, article.kind().ordinal())
                .keyword(Facets.AUDIENCE, article.audience().name())
                .number(Facets.VALID_FROM, LocalDate.parse(article.validFrom()).toEpochDay())
                .number(Facets.VALID_TO, validTo == null ? Long.MAX_VALUE : LocalDate.parse(validTo).toEpochDay())
                .number(Facets.UPDATED, article.updatedAt().toEpochMilli())
                .number(Facets.MUST_READ, article.mustRead() ? 1 : 0);
    }

    /// A top category stands for its children.
    private static Set<String> categories(Article article) {
        var categories = new HashSet<String>();
        article.categories().forEach(category -> {
            categories.add(category);
            categories.add(category.replaceFirst("/.*", ""));
        });
        return categories;
    }
}
