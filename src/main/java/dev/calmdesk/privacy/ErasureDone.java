package dev.calmdesk.privacy;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;

/// That a desk holds no byte of an erased customer any more, backups apart.
public record ErasureDone(UUID id, UUID erasureId, UUID desk, Instant at) {

    public static final Kind<ErasureDone> KIND =
            Kind.about("erasure_id", "erasure_done", "erasure_done", ErasureDone.class);
}
