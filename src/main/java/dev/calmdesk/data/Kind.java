package dev.calmdesk.data;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One kind of shared record: the Java record is its definition, each component one field, its snake-case name both the
/// column and the name on the wire. The component `id` identifies a row.
///
/// Local writes and changes that come from other desks both go through this description, so that no feature writes
/// merge code.
///
/// @param name names the kind in the journal and in [dev.calmdesk.base.Changes]
/// @param table the table that holds it
/// @param subjectField the field that says whose history an entry belongs to (a case, a customer); `id` for a kind that
///     has its own history
/// @param automatic fields that the program sets by itself, such as the time of an act or what follows from other fields;
///     when two desks set one without knowing of each other, the first stands and nobody is asked
public record Kind<R extends Record>(
        String name, String table, Class<R> type, String subjectField, Map<String, Field> fields, Set<String> automatic) {

    public Kind {
        automatic = Set.copyOf(automatic);
        if (!fields.keySet().containsAll(automatic)) {
            throw new IllegalArgumentException(name + " has not all of " + automatic);
        }
    }

    /// A kind with a history of its own.
    public static <R extends Record> Kind<R> of(String name, String table, Class<R> type) {
        return new Kind<>(name, table, type, "id", fieldsOf(type), Set.of());
    }

    /// A kind whose entries belong to the history of the record that `subjectField` names.
    public static <R extends Record> Kind<R> about(String subjectField, String name, String table, Class<R> type) {
        var kind = new Kind<>(name, table, type, subjectField, fieldsOf(type), Set.of());
        kind.field(subjectField);
        return kind;
    }

    /// The same kind, some of whose fields are automatic.
    public Kind<R> withAutomatic(String... names) {
        return new Kind<>(name, table, type, subjectField, fields, Set.of(names));
    }

    /// @throws IllegalArgumentException if the kind has no such field
    public Field field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName))
                .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
    }

    private static Map<String, Field> fieldsOf(Class<? extends Record> type) {
        var fields = new LinkedHashMap<String, Field>();
        Arrays.stream(type.getRecordComponents())
                .map(Kind::fieldOf)
                .forEach(field -> fields.put(field.name(), field));
        return Collections.unmodifiableMap(fields);
    }

    private static Field fieldOf(RecordComponent component) {
        return new Field(nameOf(component), component.getType());
    }

    /// The field that a record component stands for.
    public static String nameOf(RecordComponent component) {
        return snakeCase(component.getName());
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
