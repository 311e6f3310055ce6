package dev.calmdesk.workplace;

import dev.calmdesk.workplace.Workplace.Topic;
import java.util.List;
import java.util.stream.Stream;

/// One entry of a company's list of codes, perhaps with entries below it.
public record Choice(String code, Localised name, List<Choice> children) {

    public static final Topic<Choice> ROOT_CAUSES = topic("root-cause");
    public static final Topic<Choice> CLOSING_CODES = topic("closing-code");
    public static final Topic<Choice> TRANSFER_REASONS = topic("transfer-reason");
    public static final Topic<Choice> NOT_REACHED_REASONS = topic("not-reached-reason");
    public static final Topic<Choice> VOID_REASONS = topic("void-reason");
    public static final Topic<Choice> DEPARTMENTS = topic("department");
    public static final Topic<Choice> TEAMS = topic("team");

    public Choice {
        children = children == null ? List.of() : List.copyOf(children);
    }

    private static Topic<Choice> topic(String name) {
        return new Topic<>(name, Choice.class);
    }

    /// What a person may choose: the entries without entries below them.
    public Stream<Choice> leaves() {
        return children.isEmpty() ? Stream.of(this) : children.stream().flatMap(Choice::leaves);
    }
}
