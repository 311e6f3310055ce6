package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the customer was calmed before anything was recorded (first step). The id is the case's.
///
/// @param lineSaid the empathy line that was used, as said
public record Soothing(
        UUID id,
        boolean empathyShown,
        boolean apologyGiven,
        @Nullable String lineSaid,
        @Nullable String remark,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy) {

    public static final Kind<Soothing> KIND = Kind.of("soothing", "soothing", Soothing.class)
            .withAutomatic("done_at", "done_by");
}
