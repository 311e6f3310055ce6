package dev.calmdesk.support;

import dev.calmdesk.data.Field;
import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes up values that a table takes: as long as its columns allow, null where they allow it, with every sign that
/// people type.
public final class RandomRow {

    private static final int MOST_SIGNS = 60;
    private static final List<String> SIGNS = List.of(
            "a", "Z", "0", "酸", "麥", "，", "“", "😀", "é", "\"", "'", "\\", "%", "_", "{", "}", "\n", "\t", " ", ",", "&", "<",
            "?", ":x", "null", "\u2028", "𠮷");

    private final Random random;

    public RandomRow(long seed) {
        this.random = new Random(seed);
    }

    /// What the store says about one column.
    public record Column(String name, boolean nullable, @Nullable Long length, boolean generated) {}

    /// The columns of a table by name.
    public static Map<String, Column> columns(Handle handle, String table) {
        return handle
                .createQuery("""
                        select column_name, is_nullable, data_type, character_maximum_length, is_generated
                        from information_schema.columns where table_schema = 'PUBLIC' and table_name = upper(:table)""")
                .bind("table", table)
                .map((row, context) -> new Column(
                        row.getString("column_name").toLowerCase(java.util.Locale.ROOT),
                        row.getString("is_nullable").equals("YES"),
                        row.getString("data_type").contains("CHARACTER") ? row.getLong("character_maximum_length") : null,
                        !row.getString("is_generated").equals("NEVER")))
                .stream()
                .collect(Collectors.toMap(Column::name, column -> column));
    }

    /// Values for all fields but the id.
    public Map<String, @Nullable Object> values(Handle handle, Kind<?> kind) {
        var columns = columns(handle, kind.table());
        var values = new LinkedHashMap<String, @Nullable Object>();
        kind.fields().values().stream()
                .filter(field -> !field.name().equals("id"))
                .forEach(field -> values.put(field.name(), value(field, columns.get(field.name()))));
        return values;
    }

    /// A value for one field.
    public @Nullable Object value(Field field, Column column) {
        if (column.nullable() && !field.type().isPrimitive() && field.type() != List.class && random.nextInt(4) == 0) {
            return null;
        }
        var length = column.length() == null ? MOST_SIGNS : (int) Math.min(MOST_SIGNS, column.length());
        return value(field.type(), length);
    }

    private Object value(Class<?> type, int length) {
        if (type == String.class) {
            return text(length);
        } else if (type == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        } else if (type == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(5_000_000_000_000L));
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == int.class || type == Integer.class) {
            return 1 + random.nextInt(5);
        } else if (type == long.class || type == Long.class) {
            return random.nextLong(Long.MAX_VALUE);
        } else if (type == List.class) {
            return IntStream.range(0, random.nextInt(4)).mapToObj(each -> "code." + random.nextInt(99)).toList();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        throw new AssertionError("No kind may have a " + type);
    }

    /// Without space at its ends, as forms give it; long enough to be the only one of its kind.
    private String text(int length) {
        var signs = Math.max(1, length / 2 - random.nextInt(length / 8 + 1));
        var text = Stream.generate(() -> SIGNS.get(random.nextInt(SIGNS.size())))
                .limit(signs)
                .collect(Collectors.joining());
        var cut = text.substring(0, text.offsetByCodePoints(0, signs)).strip();
        return cut.isEmpty() ? "x" : cut;
    }
}
