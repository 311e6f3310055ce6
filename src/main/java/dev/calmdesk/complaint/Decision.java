package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was decided, how the customer was told and what they answered (part of the fourth step). The id is the case's.
///
/// @param told whether the customer was told the plan and its reason
/// @param nextStep what happens where the customer did not agree: other ways inside and outside the company
public record Decision(
        UUID id,
        @Nullable String plan,
        @Nullable String reason,
        boolean told,
        @Nullable Instant toldAt,
        @Nullable Answer answer,
        @Nullable String answerWords,
        @Nullable String nextStep,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy) {

    public static final Kind<Decision> KIND = Kind.of("decision", "decision", Decision.class)
            .withAutomatic("told_at", "done_at", "done_by");

    public enum Answer {
        ACCEPTED, REJECTED, SILENT
    }
}
