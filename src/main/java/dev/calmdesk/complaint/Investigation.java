package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was found out (part of the fourth step). The id is the case's.
///
/// @param retainedSample what the sample kept in the plant showed
public record Investigation(
        UUID id,
        @Nullable String findings,
        @Nullable String retainedSample,
        @Nullable Confirmation confirmed,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    public static final Kind<Investigation> KIND =
            Kind.of("investigation", "investigation", Investigation.class)
            .withAutomatic("started_at", "ended_at");

    /// Whether the complaint is justified. Undecided ones are left out of the confirmed share (`kpi.md`).
    public enum Confirmation {
        CONFIRMED, NOT_CONFIRMED, UNDECIDED
    }
}
