package dev.calmdesk.app.check;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.app.Workspace;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.sync.FillingIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks everything: that each row equals the sum of its journal entries, and that the rows keep the rules. While the
/// past of a desk that joined late still comes in, a record may lack its beginning and the rules are not judged yet.
public final class StoreCheck {

    /// @param counts rows and entries by kind
    /// @param unchecked entries of kinds that this version does not know
    /// @param findings what is wrong; empty in a sound store
    /// @param fillingIn how much of the past is here, while some of it is still to come
    /// @param awaited records whose beginning is still to come
    public record Result(
            Map<String, Soundness.Count> counts,
            Map<String, Long> unchecked,
            List<Finding> findings,
            Optional<FillingIn> fillingIn,
            long awaited) {

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
        var fillingIn = workspace.replica().fillingIn();
        var soundness = workspace.database().read(handle -> Soundness.of(handle, Kinds.ALL));
        var awaited = fillingIn.isPresent()
                ? soundness.findings().stream().filter(StoreCheck::lacksItsBeginning).toList()
                : List.<Soundness.Finding>of();
        var findings = new ArrayList<>(soundness.findings().stream()
                .filter(fault -> !awaited.contains(fault))
                .map(fault -> new Finding(
                        "journal." + fault.fault().name().toLowerCase(java.util.Locale.ROOT), fault.id().toString(),
                        fault.place()))
                .toList());
        workspace.database().read(handle -> {
            new EvidenceRule(handle, workspace.evidenceFiles()).judge(findings);
            return findings;
        });
        if (fillingIn.isEmpty()) {
            judge(findings);
        }
        return new Result(soundness.counts(), soundness.unchecked(), findings, fillingIn, awaited.size());
    }

    private static boolean lacksItsBeginning(Soundness.Finding finding) {
        return finding.fault() == Soundness.Fault.NO_ROW;
    }

    private void judge(List<Finding> findings) {
        workspace.database().read(handle -> {
            new CaseRules(handle).judge(findings);
            new RemedyRules(handle).judge(findings);
            return findings;
        });
        new ClosingRule(workspace).judge(findings);
    }
}
