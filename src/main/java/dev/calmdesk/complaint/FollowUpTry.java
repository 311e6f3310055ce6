package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One attempt to reach the customer after the remedy.
///
/// @param notReached code of topic `not-reached-reason`; null if the customer was reached
public record FollowUpTry(
        UUID id, UUID caseId, Instant at, boolean reached, @Nullable String notReached, @Nullable String remark) {

    public static final Kind<FollowUpTry> KIND =
            Kind.about("case_id", "follow_up_try", "follow_up_try", FollowUpTry.class);

    /// Tries after which a customer who cannot be reached may be left in peace (`kpi.md`, follow-up completion).
    public static final int ENOUGH = 3;
}
