package dev.calmdesk.knowledge;

import dev.calmdesk.data.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An agent's word that an article served, or did not, in a case; part of the case's history.
public record ArticleUse(
        UUID id, UUID articleId, @Nullable UUID caseId, @Nullable UUID contactId, UseOutcome outcome, Instant at) {

    public static final Kind<ArticleUse> KIND = Kind.about("case_id", "article_use", "article_use", ArticleUse.class);

    /// The same on every desk, so that an article has one outcome in a case.
    static UUID idOf(UUID article, UUID caseId) {
        return UUID.nameUUIDFromBytes((article + "/" + caseId).getBytes(StandardCharsets.UTF_8));
    }
}
