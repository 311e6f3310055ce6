package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that proves something: kept once by its content, named as the customer named it.
///
/// @param sha256 hexadecimal
/// @param bytes size
public record Evidence(
        UUID id,
        UUID caseId,
        String sha256,
        String name,
        String mediaType,
        long bytes,
        Instant addedAt,
        @Nullable Instant removedAt) {

    public static final Kind<Evidence> KIND = Kind.about("case_id", "evidence", "evidence", Evidence.class);
}
