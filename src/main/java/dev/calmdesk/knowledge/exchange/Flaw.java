package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an article of a file is refused.
///
/// @param column what is wrong; null for the whole
public record Flaw(@Nullable Column column, String textKey, List<Object> arguments) {

    public Flaw {
        arguments = List.copyOf(arguments);
    }

    static Flaw of(Column column, String textKey, Object... arguments) {
        return new Flaw(column, textKey, List.of(arguments));
    }

    static Flaw of(Problem problem) {
        return new Flaw(null, problem.textKey(), List.of(problem.arguments()));
    }

    /// The field and the reason in a person's language.
    public String words(Texts texts) {
        var reason = texts.get(textKey, arguments.toArray());
        return column == null ? reason : texts.get("knowledge.import.flaw", texts.get(column.textKey()), reason);
    }
}
