package dev.calmdesk.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.base.Money;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Naming.Value;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says single values of records: codes, times, people, money, sizes. Nothing to say is an empty text.
final class Sayings {

    private static final TypeReference<List<String>> CODES = new TypeReference<>() {};
    private static final int KILO = 1024;

    private final Texts texts;
    private final When when;
    private final Function<UUID, String> people;
    private final List<Vocabulary> vocabularies;
    private final Map<String, Kind<?>> kinds;

    Sayings(Texts texts, When when, Function<UUID, String> people, List<Vocabulary> vocabularies) {
        this.texts = texts;
        this.when = when;
        this.people = people;
        this.vocabularies = vocabularies;
        this.kinds = vocabularies.stream()
                .flatMap(vocabulary -> vocabulary.kinds().stream())
                .collect(Collectors.toUnmodifiableMap(Kind::name, kind -> kind));
    }

    String person(UUID id) {
        return people.apply(id);
    }

    /// The values of a record in the plain form of the journal, by field, in its order.
    static <R extends Record> Map<String, @Nullable Object> plain(Kind<R> kind, R row) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        for (var component : row.getClass().getRecordComponents()) {
            try {
                var field = Kind.nameOf(component);
                plain.put(field, kind.field(field).plain(component.getAccessor().invoke(row)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return plain;
    }

    /// Field names in the order in which the record has them.
    List<String> inOrder(String kind, Collection<String> fields) {
        var known = kinds.get(kind);
        var order = known == null ? List.<String>of() : List.copyOf(known.fields().keySet());
        return fields.stream().sorted(Comparator.comparingInt(order::indexOf)).toList();
    }

    /// @param value in the plain form of the journal
    /// @param row the whole record
    String say(String kind, String field, @Nullable Object value, Map<String, @Nullable Object> row) {
        if (value == null || value.toString().isBlank()) {
            return "";
        }
        if (value instanceof Number number) {
            return named(kind, field, value, row).orElseGet(() -> number(kind, field, number.longValue(), row));
        }
        if (value instanceof Boolean flag) {
            return flag ? texts.get("cases.words.yes") : "";
        }
        var type = type(kind, field);
        if (type == List.class) {
            return Json.read(value.toString(), CODES).stream()
                    .map(code -> named(kind, field, code, row).orElse(code))
                    .collect(Collectors.joining(texts.get("cases.words.and")));
        }
        if (type == UUID.class) {
            return named(kind, field, value, row).orElseGet(() -> person(UUID.fromString(value.toString())));
        }
        return named(kind, field, value, row).orElseGet(() -> constant(type, value.toString()));
    }

    private Class<?> type(String kind, String field) {
        var known = kinds.get(kind);
        var described = known == null ? null : known.fields().get(field);
        return described == null ? String.class : described.type();
    }

    private Optional<String> named(String kind, String field, Object value, Map<String, @Nullable Object> row) {
        var asked = new Value(kind, field, value.toString(), row);
        return vocabularies.stream()
                .flatMap(vocabulary -> vocabulary.naming().name(asked).stream())
                .findFirst();
    }

    private String constant(Class<?> type, String name) {
        return !type.isEnum()
                ? name
                : Arrays.stream(type.getEnumConstants())
                        .map(Enum.class::cast)
                        .filter(constant -> constant.name().equals(name))
                        .findFirst()
                        .map(texts::name)
                        .orElse(name);
    }

    private String number(String kind, String field, long number, Map<String, @Nullable Object> row) {
        if (type(kind, field) == Instant.class) {
            return when.at(Instant.ofEpochMilli(number));
        }
        if (field.endsWith("_minor") && row.get("currency") instanceof String currency) {
            return number == 0 ? "" : new Money(number, currency).in(texts.language());
        }
        if (field.endsWith("_millis")) {
            return number == 0 ? "" : when.lasting(Duration.ofMillis(number));
        }
        if (field.equals("bytes")) {
            return number < KILO * KILO
                    ? texts.get("cases.words.kilobytes", Math.max(1, number / KILO))
                    : texts.get("cases.words.megabytes", (double) number / (KILO * KILO));
        }
        return Long.toString(number);
    }
}
