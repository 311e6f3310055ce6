package dev.calmdesk.app.check;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.app.Workspace;
import dev.calmdesk.data.Soundness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Checks everything: that each row equals the sum of its journal entries, and that the rows keep the rules.
public final class StoreCheck {

    /// @param counts rows and entries by kind
    /// @param unchecked entries of kinds that this version does not know
    /// @param findings what is wrong; empty in a sound store
    public record Result(Map<String, Soundness.Count> counts, Map<String, Long> unchecked, List<Finding> findings) {

        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    private final Workspace workspace;

    public StoreCheck(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Reads the whole store. Others may work meanwhile, but what they write may then be taken for a fault.
    public Result run() {
        var soundness = workspace.database().read(handle -> Soundness.of(handle, Kinds.ALL));
        var findings = new ArrayList<>(soundness.findings().stream()
                .map(fault -> new Finding(
                        "journal." + fault.fault().name().toLowerCase(java.util.Locale.ROOT), fault.id().toString(),
                        fault.place()))
                .toList());
        workspace.database().read(handle -> {
            new CaseRules(handle).judge(findings);
            new RemedyRules(handle).judge(findings);
            new EvidenceRule(handle, workspace.evidenceFiles()).judge(findings);
            return findings;
        });
        new ClosingRule(workspace).judge(findings);
        return new Result(soundness.counts(), soundness.unchecked(), findings);
    }
}
