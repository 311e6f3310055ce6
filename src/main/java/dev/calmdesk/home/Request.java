package dev.calmdesk.home;

import dev.calmdesk.base.Money;
import java.time.Instant;
import java.util.UUID;

/// A remedy that waits for somebody with more authority.
///
/// @param remedyType code of topic `remedy`
public record Request(
        UUID caseId,
        String number,
        String title,
        String team,
        String askedByName,
        String remedyType,
        long amountMinor,
        String currency,
        String reason,
        Instant askedAt) {

    public Money amount() {
        return new Money(amountMinor, currency);
    }
}
