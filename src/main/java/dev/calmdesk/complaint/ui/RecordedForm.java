package dev.calmdesk.complaint.ui;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What of the records people edit. The rest – times of stages, who finished – is written by the services alone and must
/// not come back from a form that was filled earlier.
final class RecordedForm {

    private static final Set<String> WRITTEN_BY_SERVICES = Set.of(
            "account.read_back_at",
            "account.acknowledged_at",
            "assessment.proposed",
            "assessment.assessed_at",
            "investigation.started_at",
            "investigation.ended_at",
            "decision.told_at");

    private RecordedForm() {}

    static Map<String, String> editable(Map<String, String> records) {
        var editable = new TreeMap<>(records);
        editable.keySet().removeIf(
                name -> WRITTEN_BY_SERVICES.contains(name) || name.endsWith(".done_at") || name.endsWith(".done_by"));
        return editable;
    }
}
