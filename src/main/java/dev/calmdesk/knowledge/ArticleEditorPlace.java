package dev.calmdesk.knowledge;

import dev.calmdesk.base.Place;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an article is written, and where what it said before is read.
///
/// @param start what a new article begins with; null for one that is there, or is being written already
/// @param history whether its versions are shown first
public record ArticleEditorPlace(UUID article, @Nullable Start start, boolean history) implements Place {

    /// Where the last part of an id begins, which is random.
    private static final int LAST_OF_ID = 24;

    /// @param question what was looked for in vain; empty for nothing
    /// @param original the article in another language from which it is translated; null for none
    public record Start(String code, String lang, String question, @Nullable UUID original) {}

    public static ArticleEditorPlace of(UUID article) {
        return new ArticleEditorPlace(article, null, false);
    }

    public static ArticleEditorPlace history(UUID article) {
        return new ArticleEditorPlace(article, null, true);
    }

    /// A new article under a code that nobody else gives.
    ///
    /// @param unique an id that was not used before
    public static ArticleEditorPlace fresh(UUID unique, String lang, String question) {
        var code = "a-" + unique.toString().substring(LAST_OF_ID);
        return new ArticleEditorPlace(Article.idOf(code, lang), new Start(code, lang, question, null), false);
    }

    /// The same piece of knowledge in another language.
    public static ArticleEditorPlace translation(Article original, String lang) {
        return new ArticleEditorPlace(
                Article.idOf(original.code(), lang), new Start(original.code(), lang, "", original.id()), false);
    }
}
