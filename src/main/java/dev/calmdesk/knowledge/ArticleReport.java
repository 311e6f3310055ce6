package dev.calmdesk.knowledge;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an agent found wrong with an article while using it; part of the article's history.
///
/// @param text what the agent adds; may be empty
public record ArticleReport(UUID id, UUID articleId, @Nullable UUID caseId, ArticleFlaw kind, String text, Instant at) {

    public static final Kind<ArticleReport> KIND =
            Kind.about("article_id", "article_report", "article_report", ArticleReport.class);
}
