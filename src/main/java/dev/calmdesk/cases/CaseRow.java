package dev.calmdesk.cases;

import dev.calmdesk.flow.Channel;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as a list shows it.
///
/// @param dueAt of whichever of its open clocks and promises is due first, as are `startedAt` and `warnAt`; null if
///     nothing is due
public record CaseRow(
        UUID id,
        String number,
        CaseKind kind,
        CaseState state,
        String step,
        String title,
        @Nullable String category,
        @Nullable Severity severity,
        Channel channel,
        @Nullable String customerName,
        @Nullable String customerTitle,
        UUID owner,
        String ownerName,
        String team,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant startedAt,
        @Nullable Instant warnAt,
        @Nullable Instant dueAt) {

    /// What is due first; empty if nothing is.
    public Optional<Deadline> deadline() {
        return startedAt == null || warnAt == null || dueAt == null
                ? Optional.empty()
                : Optional.of(new Deadline(startedAt, warnAt, dueAt));
    }
}
