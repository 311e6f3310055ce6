package dev.calmdesk.demo;

import dev.calmdesk.complaint.Account.SampleKept;
import dev.calmdesk.complaint.Decision.Answer;
import dev.calmdesk.complaint.Investigation.Confirmation;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A complaint of `history.yaml`; the comments there say what the fields mean.
///
/// @param answer name of a [Answer], or `none` while the customer was not told a plan
record ComplaintVisit(
        String ref,
        String customer,
        String agent,
        int daysAgo,
        String at,
        Channel channel,
        Touchpoint touchpoint,
        double minutes,
        @Nullable String owner,
        Stop stop,
        @Nullable String when,
        @Nullable String where,
        @Nullable String who,
        String event,
        @Nullable String expectation,
        @Nullable String sku,
        @Nullable String batch,
        @Nullable String purchase,
        List<Integer> emotions,
        Map<String, String> facts,
        @Nullable String category,
        @Nullable String article,
        List<Task> tasks,
        @Nullable Offer remedy,
        Verdict approval,
        String answer,
        @Nullable Followed followUp,
        @Nullable String rootCause,
        @Nullable String closing,
        @Nullable String reopenedWhy,
        @Nullable Promised promise,
        @Nullable Handover transfer,
        Details details)
        implements Visit {

    ComplaintVisit {
        facts = facts == null ? Map.of() : Map.copyOf(facts);
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
        approval = approval == null ? Verdict.NONE : approval;
        answer = answer == null ? "none" : answer;
        details = details == null ? Details.NONE : details;
    }

    /// Where the case stands now.
    enum Stop {
        OPENED, SOOTHED, RECORDED, CLASSIFIED, RESOLVING, FOLLOW_UP, CLOSED, REOPENED;

        boolean isAtLeast(Stop other) {
            return compareTo(other) >= 0;
        }
    }

    enum Verdict {
        NONE, PENDING, APPROVED, REFUSED
    }

    record Task(String department, String ask, boolean done, @Nullable String finding) {}

    /// @param amount in major units; null where it costs nothing
    record Offer(String kind, @Nullable String amount, boolean done, @Nullable String proof) {}

    /// @param reason why the customer was not reached
    record Followed(
            boolean reached,
            @Nullable String reason,
            @Nullable Integer satisfaction,
            @Nullable Integer recommend,
            @Nullable String comment) {}

    /// @param dueInHours counted from now; negative if it is overdue
    record Promised(String text, double dueInHours) {}

    /// @param to agent number
    record Handover(String to, String reason, String note) {}

    /// What the forms hold besides.
    record Details(
            @Nullable String storage,
            @Nullable SampleKept sample,
            @Nullable String retained,
            @Nullable Confirmation confirmed,
            @Nullable String plan,
            @Nullable String because,
            @Nullable String words,
            @Nullable String next,
            @Nullable String terms,
            @Nullable String ask,
            @Nullable String verdict,
            @Nullable String lesson,
            boolean library,
            @Nullable String missed,
            @Nullable String handover,
            @Nullable String handoverReason) {

        static final Details NONE = new Details(
                null, null, null, null, null, null, null, null, null, null, null, null, false, null, null, null);
    }

    /// Whether the customer was told a plan.
    boolean isTold() {
        return !answer.equals("none");
    }

    Answer customersAnswer() {
        return Answer.valueOf(answer);
    }

    String ownerNow() {
        return owner == null ? agent : owner;
    }

    boolean isHandedOver() {
        return owner != null && !owner.equals(agent);
    }
}
