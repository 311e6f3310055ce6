package dev.calmdesk.complaint;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.data.Database;
import dev.calmdesk.people.Actor;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Attempts to reach the customer after a remedy.
public final class FollowUps {

    private final Database database;
    private final Cases cases;
    private final StepRecords records;
    private final InstantSource clock;
    private final Ids ids;

    public FollowUps(Database database, Cases cases, StepRecords records, InstantSource clock, Ids ids) {
        this.database = database;
        this.cases = cases;
        this.records = records;
        this.clock = clock;
        this.ids = ids;
    }

    public void reached(Actor by, UUID caseId, @Nullable String remark) {
        tried(by, caseId, null, remark);
    }

    /// @param reason code of topic `not-reached-reason`
    public void notReached(Actor by, UUID caseId, String reason, @Nullable String remark) {
        if (reason.isBlank()) {
            throw Problem.refused("complaint.problem.try_without_reason");
        }
        tried(by, caseId, reason, remark);
    }

    private void tried(Actor by, UUID caseId, @Nullable String notReached, @Nullable String remark) {
        database.writeDo(tx -> {
            cases.requireOpen(tx, by, caseId);
            tx.write(FollowUpTry.KIND, ids.next())
                    .set("case_id", caseId)
                    .set("at", clock.instant())
                    .set("reached", notReached == null)
                    .set("not_reached", notReached)
                    .set("remark", remark)
                    .as(notReached == null ? "reached" : "missed", by.id());
            records.followUpTried(tx, by, caseId);
        });
    }
}
