package dev.calmdesk.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads and writes the JSON that stands in columns. Unknown names are ignored, so that rows of a newer version can be
/// read.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .findAndAddModules()
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /// @throws IllegalArgumentException if it is no JSON, of something else, or `null`
    public static <T> T read(String json, Class<T> type) {
        try {
            return present(MAPPER.readValue(json, type), type.getSimpleName());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON of a " + type.getSimpleName(), e);
        }
    }

    /// @throws IllegalArgumentException if it is no JSON, of something else, or `null`
    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return present(MAPPER.readValue(json, type), type.getType());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON of a " + type.getType(), e);
        }
    }

    private static <T> T present(@Nullable T value, Object type) {
        if (value == null) {
            throw new IllegalArgumentException("null is not the JSON of a " + type);
        }
        return value;
    }

    /// Reads one value after another from a stream.
    public static <T> MappingIterator<T> sequence(InputStream json, Class<T> type) throws IOException {
        return MAPPER.readerFor(type).readValues(json);
    }
}
