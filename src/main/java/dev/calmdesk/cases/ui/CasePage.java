package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseRights;
import dev.calmdesk.cases.CaseRow;
import dev.calmdesk.cases.Happening;
import java.util.List;
import java.util.Optional;

/// Everything the page of a case shows, read at one moment.
///
/// @param numbers the customer's numbers, masked
/// @param category from the widest to the finest
/// @param ending how it ended; empty while it is open
/// @param timesKept stopped clocks that were in time
/// @param timesBroken stopped clocks that were not
/// @param offer the hand-over that waits
record CasePage(
        Case subject,
        CaseRow row,
        CaseRights rights,
        String customer,
        String numbers,
        String category,
        String team,
        String ending,
        List<ClockItem> clocks,
        int timesKept,
        int timesBroken,
        List<PromiseItem> promises,
        Optional<WaitingOffer> offer,
        List<Happening> happenings) {

    /// A hand-over that waits for an answer.
    ///
    /// @param text who asks whom
    record WaitingOffer(java.util.UUID id, String text, String reason, String note, Optional<Problem> whyNotAnswer) {}
}
