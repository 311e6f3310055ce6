package dev.calmdesk.meaning;

import ai.onnxruntime.OrtException;
import dev.calmdesk.data.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The encoder that comes with the product, loaded when it is first asked for. Where this system lacks what runs it, there
/// is none, which a log says once.
public final class BundledEncoder {

    private static final Logger LOG = LoggerFactory.getLogger(BundledEncoder.class);

    private final String name;
    private @Nullable Optional<Encoder> loaded;

    public BundledEncoder() {
        this("bge-small-zh-v1.5-q");
    }

    BundledEncoder(String name) {
        this.name = name;
    }

    /// What is used of a `tokenizer.json`.
    private record Tokenizer(Model model) {
        private record Model(Map<String, Integer> vocab) {}
    }

    /// Takes a second or so the first time.
    public synchronized Optional<Encoder> get() {
        var known = loaded;
        if (known == null) {
            known = load();
            loaded = known;
        }
        return known;
    }

    private Optional<Encoder> load() {
        try {
            var tokenizer = Json.read(new String(resource("-tokenizer.json"), StandardCharsets.UTF_8), Tokenizer.class);
            return Optional.of(new OnnxEncoder(resource(".onnx"), new WordPieces(tokenizer.model().vocab()), name));
        } catch (IOException | OrtException | LinkageError | RuntimeException e) {
            LOG.info("Search goes by words alone, since nothing here tells what texts mean: {}", e.toString());
            return Optional.empty();
        }
    }

    private byte[] resource(String ending) throws IOException {
        try (var stream = BundledEncoder.class.getResourceAsStream("/" + name + ending)) {
            if (stream == null) {
                throw new FileNotFoundException(name + ending);
            }
            return stream.readAllBytes();
        }
    }
}
