package dev.calmdesk.cases;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer was promised, by when, and who keeps it (service standard §3).
///
/// @param endedAt when it was kept or given up; null while it is open
public record Promise(
        UUID id,
        UUID caseId,
        String text,
        UUID owner,
        Instant madeAt,
        Instant dueAt,
        PromiseState state,
        @Nullable Instant endedAt,
        @Nullable String remark) {

    public static final Kind<Promise> KIND = Kind.about("case_id", "promise", "promise", Promise.class)
            .withAutomatic("ended_at");

    public boolean isOpen() {
        return state == PromiseState.OPEN;
    }
}
