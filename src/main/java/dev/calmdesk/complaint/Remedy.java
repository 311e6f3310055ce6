package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something we do for the customer to put it right.
///
/// @param type code of topic `remedy`, such as `REFUND`
/// @param amountMinor in minor units of the currency, 0 where it costs nothing
/// @param rule the rule or article it rests on
/// @param costCentre department that bears the cost
/// @param proof what shows that it was carried out
public record Remedy(
        UUID id,
        UUID caseId,
        String type,
        long amountMinor,
        String currency,
        String terms,
        @Nullable String rule,
        @Nullable String costCentre,
        RemedyState state,
        Instant proposedAt,
        @Nullable Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String proof) {

    public static final Kind<Remedy> KIND = Kind.about("case_id", "remedy", "remedy", Remedy.class)
            .withAutomatic("done_at");

    /// Whether somebody with the authority allowed it.
    public boolean isGranted() {
        return state == RemedyState.ALLOWED || state == RemedyState.DONE;
    }

    /// Whether nothing about it is open: carried out, dropped, or allowed and dated.
    public boolean isSettled() {
        return state == RemedyState.DONE
                || state == RemedyState.DROPPED
                || (state == RemedyState.ALLOWED && dueAt != null);
    }
}
