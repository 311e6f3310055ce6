package dev.calmdesk.knowledge;

import dev.calmdesk.data.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// A person's word that they have read an article that everybody must read; part of the article's history.
///
/// @param version when the article had been updated as it was read
public record ArticleAck(UUID id, UUID articleId, UUID person, Instant version, Instant at) {

    public static final Kind<ArticleAck> KIND = Kind.about("article_id", "article_ack", "article_ack", ArticleAck.class)
            .withAutomatic("at");

    /// The same wherever somebody says it, so that it counts once.
    static UUID idOf(UUID article, UUID person, Instant version) {
        var name = "ack/%s/%s/%d".formatted(article, person, version.toEpochMilli());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
