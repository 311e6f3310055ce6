package dev.calmdesk.cases;

import dev.calmdesk.data.Kind;
import dev.calmdesk.flow.Channel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One matter of one customer.
///
/// @param number readable and unique without a network, such as `C-251122-A07-012`
/// @param step code of the flow's step it stands at
/// @param owner responsible until the case is closed or somebody else accepted it (first-contact responsibility)
/// @param title in few words what it is about
/// @param answeredAt when the customer got the first answer to the matter
/// @param reopened how often
/// @param closingCode how it ended
public record Case(
        UUID id,
        String number,
        CaseKind kind,
        CaseState state,
        String step,
        @Nullable UUID customerId,
        Channel channel,
        UUID owner,
        UUID openedBy,
        String team,
        String title,
        @Nullable String category,
        @Nullable Severity severity,
        @Nullable String sku,
        @Nullable String batch,
        Instant openedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        int reopened,
        @Nullable String closingCode) {

    public static final Kind<Case> KIND = Kind.of("case", "case_file", Case.class);

    public boolean isOpen() {
        return state == CaseState.OPEN;
    }
}
