package dev.calmdesk.complaint;

import dev.calmdesk.cases.Severity;
import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What kind of matter it is and how serious (third step). The id is the case's.
///
/// @param harm code of the severity matrix’ fact of that name, like `people`, `media`, `regulator` and `batch`
/// @param proposed what the matrix says
/// @param severity what holds
/// @param overrideReason needed where `severity` differs from `proposed`
public record Assessment(
        UUID id,
        @Nullable String category,
        @Nullable String harm,
        @Nullable String people,
        @Nullable String media,
        @Nullable String regulator,
        @Nullable String batch,
        @Nullable Severity proposed,
        @Nullable Severity severity,
        @Nullable String overrideReason,
        @Nullable String department,
        @Nullable Grade grade,
        @Nullable Instant assessedAt,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy) {

    public static final Kind<Assessment> KIND = Kind.of("assessment", "assessment", Assessment.class)
            .withAutomatic("proposed", "assessed_at", "done_at", "done_by");

    /// Who may settle it: an agent within authority, or a specialist or lead at once.
    public enum Grade {
        GENERAL, COMPLEX
    }
}
