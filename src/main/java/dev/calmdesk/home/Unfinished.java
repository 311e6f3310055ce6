package dev.calmdesk.home;

import dev.calmdesk.customer.Names;
import dev.calmdesk.customer.Title;
import dev.calmdesk.flow.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Work that stopped in the middle and can go on as it was.
///
/// @param channel null if nobody was on the line
/// @param flow `COMPLAINT`, `INQUIRY`; null while it was open what the matter is
/// @param number of the case, if there is one yet
public record Unfinished(
        UUID draftId,
        @Nullable Channel channel,
        @Nullable String flow,
        @Nullable String step,
        Map<String, String> fields,
        Instant savedAt,
        @Nullable String number,
        @Nullable String customerName,
        @Nullable Title customerTitle,
        @Nullable String customerPinyin) {

    /// What a record of what happened consists of (service standard §4).
    public static final List<String> ELEMENTS = List.of("happened_at", "place", "people", "event", "expectation");

    /// How the customer is addressed; empty if nobody knows who it is.
    public String customer(Locale language) {
        return customerName == null || customerTitle == null
                ? ""
                : Names.addressed(
                        customerName, customerTitle, customerPinyin == null ? "" : customerPinyin, language);
    }

    /// How many of the five elements are filled, or marked as not known.
    public int elements() {
        var notKnown = List.of(fields.getOrDefault("account.not_known", "").split(","));
        return (int) ELEMENTS.stream()
                .map(element -> "account." + element)
                .filter(field -> !fields.getOrDefault(field, "").isBlank() || notKnown.contains(field))
                .count();
    }
}
