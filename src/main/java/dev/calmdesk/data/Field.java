package dev.calmdesk.data;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One field of a [Kind]: how its value stands in a column and in a journal entry. Both use the same plain form: texts,
/// numbers, flags; instants as milliseconds since 1970 (UTC), enums by name, lists as JSON.
public record Field(String name, Class<?> type) {

    /// @return the plain form of a value; null stands for “no value”
    public @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> plain(optional.orElse(null));
            case Instant instant -> instant.toEpochMilli();
            case Enum<?> constant -> constant.name();
            case UUID id -> id.toString();
            case List<?> list -> Json.write(list.stream().map(this::plainItem).toList());
            default -> value;
        };
    }

    private @Nullable Object plainItem(Object item) {
        return item instanceof Enum<?> constant ? constant.name() : item;
    }

    /// Whether two plain values are the same; JSON does not keep apart the widths of whole numbers.
    static boolean same(@Nullable Object a, @Nullable Object b) {
        return a instanceof Number one && b instanceof Number other
                ? one.longValue() == other.longValue()
                : Objects.equals(a, b);
    }

    /// Turns text typed into a form into a value of this field's type.
    ///
    /// @return null for blank text
    /// @throws IllegalArgumentException if the text cannot be read as that type
    @SuppressWarnings({"unchecked", "rawtypes"})
    public @Nullable Object parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var trimmed = text.strip();
        if (type == String.class) {
            return trimmed;
        } else if (type == Instant.class) {
            return Instant.parse(trimmed);
        } else if (type == UUID.class) {
            return UUID.fromString(trimmed);
        } else if (type == int.class || type == Integer.class) {
            return Integer.valueOf(trimmed);
        } else if (type == long.class || type == Long.class) {
            return Long.valueOf(trimmed);
        } else if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(trimmed);
        } else if (type.isEnum()) {
            return Enum.valueOf((Class) type, trimmed);
        } else if (type == List.class) {
            return List.of(trimmed.split("\\s*,\\s*"));
        }
        throw new IllegalArgumentException(name + " cannot be read from text");
    }

    /// The inverse of [#parse], for showing a stored value in a form.
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> String.join(",", list.stream().map(String::valueOf).toList());
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }
}
