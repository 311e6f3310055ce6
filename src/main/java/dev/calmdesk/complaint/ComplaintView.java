package dev.calmdesk.complaint;

import dev.calmdesk.cases.Case;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Everything about one complaint, read at one moment.
public record ComplaintView(
        Case subject,
        Optional<Soothing> soothing,
        Optional<Account> account,
        Optional<Assessment> assessment,
        Optional<Investigation> investigation,
        Optional<Decision> decision,
        Optional<FollowUp> followUp,
        List<EmotionReading> emotions,
        List<Evidence> evidence,
        List<DepartmentTask> tasks,
        List<Remedy> remedies,
        List<Approval> approvals,
        List<FollowUpTry> tries) {

    static ComplaintView of(Handle handle, UUID caseId) {
        return new ComplaintView(
                Rows.find(handle, Case.KIND, caseId).orElseThrow(),
                Rows.find(handle, Soothing.KIND, caseId),
                Rows.find(handle, Account.KIND, caseId),
                Rows.find(handle, Assessment.KIND, caseId),
                Rows.find(handle, Investigation.KIND, caseId),
                Rows.find(handle, Decision.KIND, caseId),
                Rows.find(handle, FollowUp.KIND, caseId),
                of(handle, EmotionReading.KIND, caseId),
                of(handle, Evidence.KIND, caseId).stream()
                        .filter(evidence -> evidence.removedAt() == null)
                        .toList(),
                of(handle, DepartmentTask.KIND, caseId),
                of(handle, Remedy.KIND, caseId),
                of(handle, Approval.KIND, caseId),
                of(handle, FollowUpTry.KIND, caseId));
    }

    private static <R extends Record> List<R> of(Handle handle, Kind<R> kind, UUID caseId) {
        return Rows.list(handle, kind, "case_id", caseId);
    }

    /// The customer's emotion as last noted, 0 if it never was.
    public int emotion() {
        return emotions.isEmpty() ? 0 : emotions.getLast().level();
    }
}
