package dev.calmdesk.knowledge.ui;

import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// An article as the editor found it.
///
/// @param article empty while it was never written
/// @param form how it stands, as a form holds it; empty while it was never written
/// @param versions what it said before, the newest first
record Opened(UUID id, Optional<Article> article, Map<String, String> form, List<ArticleVersion> versions) {

    /// Reads it; off the FX thread.
    static Opened of(EditorServices services, UUID id) {
        return new Opened(
                id, services.articles().get(id), services.writings().form(id), services.versions().apply(id));
    }
}
