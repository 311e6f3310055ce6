package dev.calmdesk.pack;

import com.fasterxml.jackson.databind.JsonMappingException;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Turns an element of a pack's file into the record it stands for, or says which field of which file is wrong.
final class Shape {

    private Shape() {}

    /// @param element how the element is called within its file, such as its code
    /// @throws Problem.Refused if a field is missing or holds something else than it should
    static <T> T read(String file, String element, String json, Class<T> type) {
        T value;
        try {
            value = Json.read(json, type);
        } catch (IllegalArgumentException e) {
            throw Problem.refused("pack.problem.bad_field", file, element + path(e.getCause()));
        }
        missing(value, "").ifPresent(path -> {
            throw Problem.refused("pack.problem.missing_field", file, element + path);
        });
        return value;
    }

    private static String path(@Nullable Throwable cause) {
        return cause instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + (step.getIndex() + 1) + "]" : "." + step.getFieldName())
                        .collect(Collectors.joining())
                : "";
    }

    /// Where something is null that must not be.
    private static Optional<String> missing(Object value, String path) {
        return switch (value) {
            case Record element -> Arrays.stream(element.getClass().getRecordComponents())
                    .flatMap(component -> missing(element, component, path).stream())
                    .findFirst();
            case List<?> items -> IntStream.range(0, items.size())
                    .mapToObj(index -> missing(items.get(index), path + "[" + (index + 1) + "]"))
                    .flatMap(Optional::stream)
                    .findFirst();
            case Map<?, ?> entries -> entries.entrySet().stream()
                    .flatMap(entry -> missing(entry.getValue(), path + "." + entry.getKey()).stream())
                    .findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<String> missing(Record owner, RecordComponent component, String path) {
        try {
            var here = path + "." + component.getName();
            var value = component.getAccessor().invoke(owner);
            if (value != null) {
                return missing(value, here);
            }
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    ? Optional.empty()
                    : Optional.of(here);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
