package dev.calmdesk.knowledge;

import dev.calmdesk.search.ShownText;
import java.util.List;

/// An article that was found, ready to be marked.
///
/// @param texts in which the passage is looked for
record ShownArticle(Article article, ShownText title, List<ShownText> texts) {

    static ShownArticle of(Article article) {
        return new ShownArticle(
                article,
                ShownText.of(article.title()),
                List.of(ShownText.of(article.answer()), ShownText.of(PlainText.of(article.detail()))));
    }
}
