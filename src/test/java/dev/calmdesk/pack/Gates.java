package dev.calmdesk.pack;

import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.Assessment;
import dev.calmdesk.complaint.Decision;
import dev.calmdesk.complaint.FollowUp;
import dev.calmdesk.complaint.Investigation;
import dev.calmdesk.complaint.Soothing;
import dev.calmdesk.data.Kind;
import dev.calmdesk.inquiry.Inquiry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a gate may ask for.
final class Gates {

    /// Worked out by `ComplaintFacts` and `Inquiries`, not fields of a record.
    private static final List<String> DERIVED = List.of(
            "case.customer", "emotion.noted", "remedy.settled", "remedy.allowed", "remedy.done", "remedy.any",
            "task.answered", "follow_up.tried", "assessment.overridden", "routing.fits", "promise.open");

    private Gates() {}

    static Set<String> knownFacts() {
        var known = new TreeSet<>(DERIVED);
        for (Kind<?> kind : List.of(
                Soothing.KIND, Account.KIND, Assessment.KIND, Investigation.KIND, Decision.KIND, FollowUp.KIND,
                Inquiry.KIND)) {
            kind.fields().keySet().forEach(field -> known.add(kind.name() + "." + field));
        }
        return known;
    }
}
