package dev.calmdesk.flow;

import dev.calmdesk.base.Problem.Point;
import java.util.List;
import java.util.Map;

/// One point of a gate: any one of some facts must be given.
///
/// @param need names of facts such as `account.event`; the first is the form field that settles it
/// @param orUnknown whether “not known” settles it too
/// @param when facts that must have one of some values for the requirement to apply; empty: always
public record Requirement(
        List<String> need, boolean orUnknown, Map<String, List<String>> when) {

    @SuppressWarnings("ConstantConditions") // absent in content means always
    public Requirement {
        need = List.copyOf(need);
        when = when == null ? Map.of() : Map.copyOf(when);
    }

    public boolean isMetBy(Facts facts) {
        return !appliesTo(facts)
                || need.stream().anyMatch(facts::isGiven)
                || (orUnknown && need.stream().anyMatch(facts::isUnknown));
    }

    public boolean appliesTo(Facts facts) {
        return when.entrySet().stream()
                .allMatch(condition -> condition.getValue().contains(facts.text(condition.getKey())));
    }

    /// What a person is told is missing.
    public Point point() {
        return new Point(need.getFirst(), "gate." + need.getFirst());
    }

    /// The requirements that do not hold, in their order.
    public static List<Point> open(List<Requirement> gate, Facts facts) {
        return gate.stream()
                .filter(requirement -> !requirement.isMetBy(facts))
                .map(Requirement::point)
                .toList();
    }
}
