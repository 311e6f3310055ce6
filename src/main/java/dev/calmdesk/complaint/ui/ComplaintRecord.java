package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.ComplaintView;
import dev.calmdesk.fx.control.FactGrid.Fact;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.Stepper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is recorded about a complaint, in words, read at one moment.
///
/// @param stages the stages of the quality standard with their own times
/// @param emotions levels in the order of their time
/// @param steps what each step recorded
record ComplaintRecord(
        ComplaintView view,
        List<Stepper.Step> stages,
        List<Integer> emotions,
        Map<ComplaintStep, StepCard> steps,
        List<Fact> decision,
        List<Line> evidence,
        List<Line> tasks,
        List<RemedyLine> remedies,
        List<Request> requests,
        List<Line> tries,
        Optional<Problem> whyNotClose,
        Optional<Problem> whyNotReopen) {

    /// One step.
    ///
    /// @param state when it was done and by whom, or that it is not
    record StepCard(String name, String state, Signal signal, List<Fact> facts) {}

    /// Something that was arranged or added.
    ///
    /// @param extra what else belongs to it, such as an answer
    /// @param whyNot why nothing can be done about it now
    record Line(
            UUID id, String title, String detail, String state, Signal signal, String extra, Optional<Problem> whyNot) {}

    /// A remedy.
    ///
    /// @param proofHint what shows that it was carried out
    record RemedyLine(Line line, String proofHint, Optional<Problem> whyNotCarryOut, Optional<Problem> whyNotDrop) {}

    /// A request for approval that waits for a decision.
    ///
    /// @param title what is asked for
    /// @param asked case, who and when
    /// @param authority what the asking person may grant alone
    record Request(
            UUID id,
            String title,
            String asked,
            String amount,
            long amountMinor,
            String currency,
            String authority,
            String reason,
            Optional<Problem> whyNotApprove,
            Optional<Problem> whyNotReduce,
            Optional<Problem> whyNotRefuse) {}
}
