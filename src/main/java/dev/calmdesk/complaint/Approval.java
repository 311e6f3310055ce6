package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request to allow a remedy above the asking person's authority, and its answer.
///
/// @param amountMinor what was asked for
/// @param allowedMinor what was allowed, at most what was asked for; null until decided or when refused
public record Approval(
        UUID id,
        UUID caseId,
        UUID remedyId,
        long amountMinor,
        UUID askedBy,
        Instant askedAt,
        String reason,
        ApprovalState state,
        @Nullable Long allowedMinor,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    public static final Kind<Approval> KIND = Kind.about("case_id", "approval", "approval", Approval.class)
            .withAutomatic("decided_at", "decided_by");
}
