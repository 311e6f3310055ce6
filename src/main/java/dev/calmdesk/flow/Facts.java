package dev.calmdesk.flow;

import dev.calmdesk.data.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known about a case when a gate is judged.
///
/// @param values by name, such as `account.event`; absent, null, blank, false, zero and empty mean “not given”
/// @param unknown names whose value the customer does not know
public record Facts(Map<String, @Nullable Object> values, Set<String> unknown) {

    public boolean isGiven(String name) {
        return switch (values.get(name)) {
            case null -> false;
            case String text -> !text.isBlank();
            case Boolean flag -> flag;
            case Number number -> number.longValue() != 0;
            case Collection<?> items -> !items.isEmpty();
            default -> true;
        };
    }

    public boolean isUnknown(String name) {
        return unknown.contains(name);
    }

    /// The value as it would stand in a form, empty if there is none.
    public String text(String name) {
        return Field.text(values.get(name));
    }
}
