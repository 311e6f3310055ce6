package dev.calmdesk.knowledge;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an agent found wrong with an article while using it, and what became of it; part of the article's history. It is
/// a task until it is answered.
///
/// @param articleId null if nothing was found; then the text says what was looked for
/// @param text what the agent adds; may be empty
/// @param outcome what was done; null while it is open
/// @param answer what the agent is told; null while it is open
public record ArticleReport(
        UUID id,
        @Nullable UUID articleId,
        @Nullable UUID caseId,
        ArticleFlaw kind,
        String text,
        Instant at,
        @Nullable ReportOutcome outcome,
        @Nullable String answer,
        @Nullable UUID answeredBy,
        @Nullable Instant answeredAt) {

    public static final Kind<ArticleReport> KIND =
            Kind.about("article_id", "article_report", "article_report", ArticleReport.class)
                    .withAutomatic("answered_by", "answered_at");

    public boolean isOpen() {
        return answeredAt == null;
    }
}
