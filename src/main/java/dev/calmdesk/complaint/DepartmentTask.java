package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What another department is asked to do or find out.
///
/// @param finding its answer; null while it is open
public record DepartmentTask(
        UUID id,
        UUID caseId,
        String department,
        String ask,
        Instant askedAt,
        Instant dueAt,
        @Nullable Instant answeredAt,
        @Nullable String finding) {

    public static final Kind<DepartmentTask> KIND =
            Kind.about("case_id", "task", "department_task", DepartmentTask.class)
            .withAutomatic("answered_at");

    public boolean isOpen() {
        return answeredAt == null;
    }
}
