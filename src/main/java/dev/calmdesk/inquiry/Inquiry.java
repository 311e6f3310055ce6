package dev.calmdesk.inquiry;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was asked and answered. The id is the case's.
///
/// @param articles codes of the articles the answer rests on
/// @param cannotBecause why it could not be answered at once
/// @param solved whether the customer says the matter is settled
public record Inquiry(
        UUID id,
        boolean greeted,
        @Nullable String question,
        @Nullable String details,
        @Nullable String category,
        @Nullable String sku,
        @Nullable String answer,
        List<String> articles,
        @Nullable String cannotBecause,
        @Nullable Understood understood,
        @Nullable String anythingElse,
        boolean thanked,
        @Nullable Solved solved,
        @Nullable Integer satisfaction,
        @Nullable String remark,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy) {

    public static final Kind<Inquiry> KIND = Kind.of("inquiry", "inquiry", Inquiry.class)
            .withAutomatic("done_at", "done_by");

    public enum Understood {
        YES, PARTLY, NO
    }

    public enum Solved {
        YES, PROMISED
    }
}
