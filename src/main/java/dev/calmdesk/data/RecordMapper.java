package dev.calmdesk.data;

import com.fasterxml.jackson.core.type.TypeReference;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Makes a row into a record of a [Kind], by the names of its components. Worked out once for each record type: jdbi's
/// own mapper does it for every query, which took a third of the time of short queries.
final class RecordMapper<R extends Record> implements RowMapper<R> {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private static final ClassValue<RecordMapper<?>> MAPPERS = new ClassValue<>() {
        @Override
        protected RecordMapper<?> computeValue(Class<?> type) {
            return new RecordMapper<>(type.asSubclass(Record.class));
        }
    };

    private final List<Column> columns;
    private final MethodHandle constructor;

    private record Column(String name, Reader reader) {}

    /// Gets the value of one column.
    @FunctionalInterface
    private interface Reader {
        @Nullable Object read(ResultSet row, String column) throws SQLException;
    }

    private RecordMapper(Class<R> type) {
        this.columns = Arrays.stream(type.getRecordComponents())
                .map(component -> new Column(Kind.nameOf(component), reader(component)))
                .toList();
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            this.constructor = MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Record.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static <R extends Record> RecordMapper<R> of(Class<R> type) {
        return (RecordMapper<R>) MAPPERS.get(type);
    }

    @Override
    @SuppressWarnings("unchecked")
    public R map(ResultSet row, StatementContext context) throws SQLException {
        var values = new Object[columns.size()];
        for (var i = 0; i < values.length; i++) {
            var column = columns.get(i);
            values[i] = column.reader().read(row, column.name());
        }
        try {
            return (R) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Reader reader(RecordComponent component) {
        var type = component.getType();
        if (type == String.class) {
            return ResultSet::getString;
        } else if (type == UUID.class) {
            return (row, column) -> row.getObject(column, UUID.class);
        } else if (type == boolean.class || type == Boolean.class) {
            return orNull(ResultSet::getBoolean);
        } else if (type == int.class || type == Integer.class) {
            return orNull(ResultSet::getInt);
        } else if (type == long.class || type == Long.class) {
            return orNull(ResultSet::getLong);
        } else if (type == Instant.class) {
            return (row, column) -> {
                var milliseconds = row.getLong(column);
                return row.wasNull() ? null : Instant.ofEpochMilli(milliseconds);
            };
        } else if (type == List.class) {
            return (row, column) -> {
                var json = row.getString(column);
                return json == null ? List.of() : Json.read(json, TEXTS);
            };
        } else if (type.isEnum()) {
            return (row, column) -> {
                var name = row.getString(column);
                return name == null ? null : Enum.valueOf((Class) type, name);
            };
        }
        throw new IllegalArgumentException(component + " is of no type that a kind may have");
    }

    private static Reader orNull(Reader reader) {
        return (row, column) -> {
            var value = reader.read(row, column);
            return row.wasNull() ? null : value;
        };
    }
}
