package dev.calmdesk.demo;

import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import org.jspecify.annotations.Nullable;

/// An inquiry of `history.yaml`.
///
/// @param article code of the article the answer rests on
/// @param kept whether the promise was kept; null while it is open
record InquiryVisit(
        String ref,
        String customer,
        String agent,
        int daysAgo,
        String at,
        Channel channel,
        Touchpoint touchpoint,
        double minutes,
        String question,
        String category,
        @Nullable String sku,
        String answer,
        @Nullable String article,
        boolean solvedAtFirst,
        @Nullable Integer satisfaction,
        @Nullable Promised promise,
        @Nullable Boolean kept)
        implements Visit {

    /// @param inHours counted from the contact
    record Promised(String text, double inHours) {}
}
