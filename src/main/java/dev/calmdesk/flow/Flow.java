package dev.calmdesk.flow;

import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.List;
import java.util.NoSuchElementException;

/// The steps of a guided contact. Content: a company may change it without a new program.
///
/// @param code `COMPLAINT` or `INQUIRY`
public record Flow(String code, List<Step> steps) {

    public static final Topic<Flow> TOPIC = new Topic<>("flow", Flow.class);

    /// @throws NoSuchElementException if the flow has no such step
    public Step step(String stepCode) {
        return steps.stream().filter(step -> step.code().equals(stepCode)).findFirst().orElseThrow();
    }

    public int indexOf(String stepCode) {
        return steps.indexOf(step(stepCode));
    }

    /// One step.
    ///
    /// @param moments whose lines are offered here, in the order in which they are usually said
    /// @param gate must hold before the step counts as done
    public record Step(String code, Localised name, Localised hint, List<Moment> moments, List<Requirement> gate) {
        public Step {
            moments = List.copyOf(moments);
            gate = List.copyOf(gate);
        }
    }
}
