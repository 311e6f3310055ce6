package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.data.Json;
import dev.calmdesk.knowledge.Article;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What a file says of an article, in the order in which it is written. Every field stands in one column, except `id`:
/// code and language name an article.
public enum Column {
    CODE(80, Article::code),
    LANG(12, Article::lang),
    KIND(0, article -> article.kind().name()),
    TITLE(400, Article::title),
    QUESTION(1000, Article::question),
    ANSWER(8000, Article::answer),
    DETAIL(100_000, Article::detail),
    PRODUCTS(4000, article -> ListCell.write(article.products())),
    CATEGORIES(4000, article -> ListCell.write(article.categories())),
    KEYWORDS(4000, article -> ListCell.write(article.keywords())),
    AUDIENCE(0, article -> article.audience().name()),
    VALID_FROM(0, Article::validFrom),
    VALID_TO(0, article -> article.validTo() == null ? "" : article.validTo()),
    OWNER(16, Article::owner),
    REVIEW_ON(0, Article::reviewOn),
    MUST_READ(0, article -> Boolean.toString(article.mustRead())),
    STATE(0, article -> article.state().name()),
    UPDATED_AT(0, article -> article.updatedAt().toString());

    private final int most;
    private final Function<Article, String> text;

    Column(int most, Function<Article, String> text) {
        this.most = most;
        this.text = text;
    }

    /// As the field is called in the journal and on the wire.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Text key of its name.
    public String textKey() {
        return "field.article." + wireName();
    }

    /// What stands in the cell of an article, in the program's own words.
    public String of(Article article) {
        return text.apply(article);
    }

    boolean isList() {
        return this == PRODUCTS || this == CATEGORIES || this == KEYWORDS;
    }

    boolean isDay() {
        return this == VALID_FROM || this == VALID_TO || this == REVIEW_ON;
    }

    /// Whether the store has room for a text.
    boolean holds(String cell) {
        return most == 0 || cell.length() <= most;
    }

    /// Lists stand in the store as JSON.
    boolean holds(List<String> items) {
        return Json.write(items).length() <= most;
    }

    int most() {
        return most;
    }
}
