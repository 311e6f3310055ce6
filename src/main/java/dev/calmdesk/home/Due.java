package dev.calmdesk.home;

import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.customer.Names;
import dev.calmdesk.customer.Title;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a person has to see to by a certain time.
///
/// @param what the words of the promise, what a department was asked, or the title of the case to follow up
/// @param department code of who was asked; null unless it is a task
/// @param since when the time began to run
/// @param tries how often the customer of a follow-up was called already
public record Due(
        Source source,
        UUID caseId,
        String number,
        CaseKind caseKind,
        String what,
        @Nullable String customerName,
        @Nullable Title customerTitle,
        @Nullable String customerPinyin,
        @Nullable String category,
        @Nullable Severity severity,
        @Nullable String department,
        Instant since,
        Instant dueAt,
        int tries) {

    /// Where it comes from.
    public enum Source {
        PROMISE,
        /// A department owes an answer.
        TASK,
        FOLLOW_UP
    }

    /// How the customer is addressed; empty if nobody knows who it is.
    public String customer(Locale language) {
        return customerName == null || customerTitle == null
                ? ""
                : Names.addressed(
                        customerName, customerTitle, customerPinyin == null ? "" : customerPinyin, language);
    }
}
