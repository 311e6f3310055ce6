package dev.calmdesk.home;

import dev.calmdesk.cases.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case that somebody would like to hand over to this person or team.
///
/// @param reason code of topic `transfer-reason`
public record Offer(
        UUID transferId,
        UUID caseId,
        String number,
        String title,
        @Nullable Severity severity,
        String fromName,
        String reason,
        String note,
        Instant askedAt) {}
