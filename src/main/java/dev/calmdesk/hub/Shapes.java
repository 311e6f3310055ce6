package dev.calmdesk.hub;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Field;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Kind;
import dev.calmdesk.sync.wire.WireEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What desks' tables can hold. A value that fits no column would stop every desk that reads it.
final class Shapes {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_FIELD = 64;

    private final Map<String, Map<String, Column>> columns;

    /// One field of a kind as its table holds it.
    private record Column(Field field, boolean isNullable, long length) {

        boolean holds(@Nullable Object value) {
            return value == null ? isNullable : fits(value);
        }

        private boolean fits(Object value) {
            var type = field.type();
            if (type == boolean.class || type == Boolean.class) {
                return value instanceof Boolean;
            } else if (type == int.class || type == Integer.class) {
                return value instanceof Integer;
            } else if (type == long.class || type == Long.class || type == Instant.class) {
                return value instanceof Integer || value instanceof Long;
            }
            return value instanceof String text && text.length() <= length && isReadable(text, type);
        }

        private static boolean isReadable(String text, Class<?> type) {
            if (type == UUID.class) {
                return isUuid(text);
            } else if (type == List.class) {
                return isTexts(text);
            }
            return !type.isEnum()
                    || Arrays.stream(type.getEnumConstants()).anyMatch(known -> ((Enum<?>) known).name().equals(text));
        }

        private static boolean isUuid(String text) {
            try {
                return UUID.fromString(text).toString().equals(text);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private static boolean isTexts(String json) {
            try {
                var texts = Json.read(json, TEXTS);
                return texts != null && texts.stream().allMatch(text -> text != null);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    private Shapes(Map<String, Map<String, Column>> columns) {
        this.columns = columns;
    }

    /// Asks an empty desk, made for the purpose.
    static Shapes of(Collection<Kind<?>> kinds) {
        var clock = Clock.systemUTC();
        try (var desk = Database.inMemory(clock, Ids.timeOrdered(clock))) {
            return desk.read(handle -> {
                var columns = new HashMap<String, Map<String, Column>>();
                kinds.forEach(kind -> columns.put(kind.name(), columns(handle, kind)));
                return new Shapes(columns);
            });
        }
    }

    private static Map<String, Column> columns(Handle handle, Kind<?> kind) {
        var columns = new HashMap<String, Column>();
        handle.createQuery("""
                        select lower(column_name) as name, is_nullable, character_maximum_length as length
                        from information_schema.columns where table_schema = 'PUBLIC' and table_name = upper(:table)""")
                .bind("table", kind.table())
                .mapToMap()
                .forEach(row -> {
                    var field = kind.fields().get(String.valueOf(row.get("name")));
                    if (field != null) {
                        var length = row.get("length") instanceof Number most ? most.longValue() : Long.MAX_VALUE;
                        columns.put(field.name(), new Column(field, "YES".equals(row.get("is_nullable")), length));
                    }
                });
        return columns;
    }

    /// Whether every desk of this version can take an entry in. Fields of newer versions only have to be plain values.
    boolean fits(WireEntry entry) {
        var known = columns.getOrDefault(entry.kind(), Map.of());
        return isName(entry.kind(), LONGEST_NAME)
                && isName(entry.act(), LONGEST_NAME)
                && entry.changes().entrySet().stream().allMatch(change ->
                        isName(change.getKey(), LONGEST_FIELD)
                                && !change.getKey().equals("id")
                                && change.getValue().stream().allMatch(Shapes::isPlain)
                                && holds(known.get(change.getKey()), change.getValue().get(1)));
    }

    private static boolean holds(@Nullable Column column, @Nullable Object value) {
        return column == null || column.holds(value);
    }

    private static boolean isName(String name, int longest) {
        return !name.isEmpty()
                && name.length() <= longest
                && name.chars().allMatch(sign -> sign == '_' || sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9');
    }

    /// A text, a number, a flag or nothing.
    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> isText(text);
            case Boolean flag -> true;
            case Integer number -> true;
            case Long number -> true;
            case Double number -> Double.isFinite(number);
            default -> false;
        };
    }

    /// Whole signs, and none that a database cannot hold.
    private static boolean isText(String text) {
        return text.indexOf('\0') < 0 && text.codePoints().noneMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF);
    }
}
