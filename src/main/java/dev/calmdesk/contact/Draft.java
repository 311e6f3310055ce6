package dev.calmdesk.contact;

import dev.calmdesk.flow.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Work in progress of one person: a contact that is not finished, or work on a case without a customer on the line.
/// One local row, saved while typing, neither journalled nor shared.
///
/// @param channel null when nobody is on the line
/// @param flow `COMPLAINT` or `INQUIRY`; null while it is open what the matter is
/// @param step code of the step the person is at
/// @param fields what stands in the forms, by field name such as `account.event`, exactly as typed
/// @param endedAt when the customer hung up; null while in contact
/// @param heldSince null when not on hold
public record Draft(
        UUID id,
        UUID person,
        @Nullable Channel channel,
        @Nullable Touchpoint touchpoint,
        Direction direction,
        @Nullable String reachedFrom,
        @Nullable UUID customerId,
        @Nullable UUID caseId,
        @Nullable String flow,
        @Nullable String step,
        Map<String, String> fields,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        long heldMillis,
        @Nullable Instant heldSince,
        Instant savedAt) {

    /// The name under which changes of drafts are announced.
    public static final String CHANGED = "draft";

    public boolean isContact() {
        return channel != null;
    }

    public Duration heldUntil(Instant now) {
        var running = heldSince == null ? Duration.ZERO : Duration.between(heldSince, now);
        return running.plusMillis(heldMillis);
    }
}
