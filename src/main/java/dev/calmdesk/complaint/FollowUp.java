package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether it was really put right, and what is learned from it (fifth step). The id is the case's.
///
/// @param satisfaction 1 very dissatisfied … 5 very satisfied, with the handling
/// @param recommend 0–10
/// @param noRating why there is no rating
/// @param inLibrary whether the case goes into the case library
public record FollowUp(
        UUID id,
        @Nullable Instant dueAt,
        @Nullable Received received,
        @Nullable Integer satisfaction,
        @Nullable Integer recommend,
        @Nullable String noRating,
        @Nullable String customerWords,
        @Nullable String rootCause,
        @Nullable String lesson,
        boolean inLibrary,
        @Nullable String closingCode,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy) {

    public static final Kind<FollowUp> KIND = Kind.of("follow_up", "follow_up", FollowUp.class)
            .withAutomatic("due_at", "done_at", "done_by");

    /// Whether the customer got what was agreed.
    public enum Received {
        YES, PARTLY, NO, NOTHING_DUE
    }
}
