package dev.calmdesk.knowledge;

import dev.calmdesk.data.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// A picture that articles show. Its content is a file, see [Pictures].
///
/// @param sha256 names the content
public record ArticlePicture(UUID id, String sha256, String mediaType, long bytes, Instant addedAt) {

    public static final Kind<ArticlePicture> KIND =
            Kind.of("article_picture", "article_picture", ArticlePicture.class).withAutomatic("added_at");

    /// The same on every desk, so that two desks that take in one picture make one row.
    static UUID idOf(String sha256) {
        return UUID.nameUUIDFromBytes(("article_picture/" + sha256).getBytes(StandardCharsets.UTF_8));
    }
}
