package dev.calmdesk.contact;

import dev.calmdesk.data.Kind;
import dev.calmdesk.flow.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A finished contact. Its history belongs to the case it was about.
///
/// @param caseId null if the contact led to no case
/// @param reachedFrom the number or account the customer used
/// @param receivedAt when the customer began to wait
/// @param answeredAt when a person first answered
/// @param heldMillis time on hold
/// @param wrappedUpAt when the after-call work was done
/// @param solvedAtFirst whether the matter was settled in this contact; null if it was none to settle
public record Contact(
        UUID id,
        @Nullable UUID caseId,
        @Nullable UUID customerId,
        UUID person,
        String team,
        Channel channel,
        Touchpoint touchpoint,
        Direction direction,
        @Nullable String reachedFrom,
        @Nullable String flow,
        @Nullable String category,
        Instant receivedAt,
        Instant answeredAt,
        Instant endedAt,
        Instant wrappedUpAt,
        long heldMillis,
        @Nullable Boolean solvedAtFirst) {

    public static final Kind<Contact> KIND = Kind.about("case_id", "contact", "contact", Contact.class);

    /// Talk, hold and wrap-up together (AHT, `kpi.md`).
    public Duration handlingTime() {
        return Duration.between(answeredAt, wrappedUpAt);
    }
}
