package dev.calmdesk.complaint;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.data.Database;
import dev.calmdesk.people.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/// Asks other departments for help with a complaint and records what they answer.
public final class DepartmentTasks {

    private final Database database;
    private final Cases cases;
    private final StepRecords records;
    private final InstantSource clock;
    private final Ids ids;

    public DepartmentTasks(Database database, Cases cases, StepRecords records, InstantSource clock, Ids ids) {
        this.database = database;
        this.cases = cases;
        this.records = records;
        this.clock = clock;
        this.ids = ids;
    }

    /// @param department code of topic `department`
    /// @throws Problem.Refused without words or with a time that is over
    public UUID ask(Actor by, UUID caseId, String department, String ask, Instant dueAt) {
        if (department.isBlank() || ask.isBlank()) {
            throw Problem.refused("complaint.problem.empty_task");
        }
        if (!dueAt.isAfter(clock.instant())) {
            throw Problem.refused("complaint.problem.task_in_past");
        }
        return database.write(tx -> {
            cases.requireOpen(tx, by, caseId);
            var id = ids.next();
            tx.write(DepartmentTask.KIND, id)
                    .set("case_id", caseId)
                    .set("department", department)
                    .set("ask", ask.strip())
                    .set("asked_at", clock.instant())
                    .set("due_at", dueAt)
                    .as("asked", by.id());
            if (tx.find(Investigation.KIND, caseId).map(Investigation::startedAt).isEmpty()) {
                tx.write(Investigation.KIND, caseId).set("started_at", clock.instant()).as("started", by.id());
            }
            records.startHandling(tx, by, caseId);
            return id;
        });
    }

    public void answer(Actor by, UUID taskId, String finding) {
        if (finding.isBlank()) {
            throw Problem.refused("complaint.problem.empty_finding");
        }
        database.writeDo(tx -> {
            var task = tx.get(DepartmentTask.KIND, taskId);
            cases.requireOpen(tx, by, task.caseId());
            if (!task.isOpen()) {
                throw Problem.refused("complaint.problem.task_answered");
            }
            tx.write(DepartmentTask.KIND, taskId)
                    .set("answered_at", clock.instant())
                    .set("finding", finding.strip())
                    .as("answered", by.id());
        });
    }
}
