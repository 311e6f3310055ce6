package dev.calmdesk.hub;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import java.io.IOException;

/// Reads what strangers send: anything that could be read in two ways is refused. Unknown names are ignored, since newer
/// desks send more.
final class WireReader {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .findAndAddModules()
            .build();

    private WireReader() {}

    /// @throws Refusal if it is not the JSON of such a message in UTF-8
    static <T> T read(byte[] json, Class<T> type) {
        try {
            var message = STRICT.readValue(json, type);
            if (message == null) {
                throw Refusal.of(Code.MALFORMED, "nothing");
            }
            return message;
        } catch (IOException e) {
            throw Refusal.of(Code.MALFORMED, e.getClass().getSimpleName()); // its message would quote what was sent
        }
    }
}
