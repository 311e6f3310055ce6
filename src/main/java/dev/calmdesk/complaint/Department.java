package dev.calmdesk.complaint;

import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.List;

/// A department that helps with complaints.
///
/// @param tasks what it is usually asked
public record Department(String code, Localised name, List<Localised> tasks) {

    public static final Topic<Department> TOPIC = new Topic<>("department", Department.class);

    public Department {
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
    }
}
