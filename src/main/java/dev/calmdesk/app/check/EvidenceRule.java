package dev.calmdesk.app.check;

import dev.calmdesk.complaint.Evidence;
import dev.calmdesk.complaint.EvidenceFiles;
import dev.calmdesk.data.Rows;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Every file that a case names is there and still has its content, unless the hub is going to bring it.
final class EvidenceRule {

    private final Handle handle;
    private final EvidenceFiles files;

    EvidenceRule(Handle handle, EvidenceFiles files) {
        this.handle = handle;
        this.files = files;
    }

    void judge(List<Finding> findings) {
        for (var evidence : Rows.all(handle, Evidence.KIND)) {
            var isHere = files.find(evidence).isPresent();
            if (isHere && !files.isSound(evidence)) {
                findings.add(new Finding("evidence.changed", evidence.caseId().toString(), evidence.sha256()));
            } else if (!isHere && !isAwaited(evidence)) {
                findings.add(new Finding("evidence.missing", evidence.caseId().toString(), evidence.sha256()));
            }
        }
    }

    /// The hub has it, or another desk added it.
    private boolean isAwaited(Evidence evidence) {
        return handle.createQuery("""
                        select count(*) from hub_link where
                            exists (select 1 from hub_file where sha256 = :sha256)
                            or exists (select 1 from journal where entity = :id and desk not in (select id from desk))""")
                .bind("sha256", evidence.sha256())
                .bind("id", evidence.id())
                .mapTo(Integer.class)
                .one() > 0;
    }
}
