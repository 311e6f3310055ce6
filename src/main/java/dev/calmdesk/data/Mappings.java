package dev.calmdesk.data;

import com.fasterxml.jackson.core.type.TypeReference;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/// How Java values stand in columns: instants as milliseconds, lists of codes as JSON.
final class Mappings {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private Mappings() {}

    static Jdbi applyTo(Jdbi jdbi) {
        // A query that is put together from conditions does not use every value it is given.
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return jdbi.installPlugin(new SqlObjectPlugin())
                .registerArgument(new Milliseconds())
                .registerArgument(Mappings::jsonArgument)
                .registerColumnMapper(Instant.class, (row, column, context) -> {
                    var milliseconds = row.getLong(column);
                    return row.wasNull() ? null : Instant.ofEpochMilli(milliseconds);
                })
                .registerColumnMapper(new GenericType<List<String>>() {}, (row, column, context) -> {
                    var json = row.getString(column);
                    return json == null ? List.of() : Json.read(json, TEXTS);
                })
                .registerColumnMapper(new GenericType<Map<String, String>>() {}, (row, column, context) ->
                        Json.read(row.getString(column), FIELDS));
    }

    private static Optional<Argument> jsonArgument(Type type, Object value, ConfigRegistry config) {
        return value instanceof Map || value instanceof List
                ? Optional.of((position, statement, context) -> statement.setString(position, Json.write(value)))
                : Optional.empty();
    }

    private static final class Milliseconds extends AbstractArgumentFactory<Instant> {
        Milliseconds() {
            super(java.sql.Types.BIGINT);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, value.toEpochMilli());
        }
    }
}
