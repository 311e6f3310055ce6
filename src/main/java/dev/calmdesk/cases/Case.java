package dev.calmdesk.cases;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Kind;
import dev.calmdesk.flow.Channel;
import java.time.Instant;
import java.util.Objects;
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

    public static final Kind<Case> KIND = Kind.of("case", "case_file", Case.class)
            .withAutomatic(
                    "step", "title", "category", "severity", "sku", "batch", "answered_at", "resolved_at", "closed_at", "reopened");

    private static final int TITLE_SIGNS = 40;

    /// The beginning of what a customer said, for lists; no sign is cut in half.
    public static String titleOf(@Nullable String words) {
        var line = Objects.requireNonNullElse(words, "").lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= TITLE_SIGNS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE_SIGNS)) + "…";
    }

    public boolean isOpen() {
        return state == CaseState.OPEN;
    }

    /// @return this case
    /// @throws Problem.Refused if it is closed or void
    public Case requireOpen() {
        if (!isOpen()) {
            throw Problem.refused("cases.problem.not_open", number);
        }
        return this;
    }
}
