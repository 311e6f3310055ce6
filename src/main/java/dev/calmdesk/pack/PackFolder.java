package dev.calmdesk.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads the files of a pack. `content/` in the product's own jar holds one for demonstration.
public final class PackFolder {

    private static final YAMLMapper YAML = new YAMLMapper();

    /// Files that hold one list each, and the topic that their elements become.
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("teams", "team"),
            Map.entry("departments", "department"),
            Map.entry("calendars", "calendar"),
            Map.entry("limits", "limit"),
            Map.entry("authority", "authority"),
            Map.entry("remedies", "remedy"),
            Map.entry("categories", "category"),
            Map.entry("root-causes", "root-cause"),
            Map.entry("closing-codes", "closing-code"),
            Map.entry("transfer-reasons", "transfer-reason"),
            Map.entry("not-reached-reasons", "not-reached-reason"),
            Map.entry("void-reasons", "void-reason"),
            Map.entry("bulletins", "bulletin"),
            Map.entry("norms", "norm"),
            Map.entry("scorecards", "scorecard"));

    /// Folders that hold one document a file.
    private static final Map<String, String> FOLDERS =
            Map.of("flows", "flow", "scenarios", "scenario", "exams", "exam", "plans", "plan");

    private final Path root;

    public PackFolder(Path root) {
        this.root = root;
    }

    /// One piece of workplace data as it stands in a file.
    ///
    /// @param body JSON
    public record Document(String topic, String code, int position, String body) {}

    /// Lets work read a pack that is shipped with the product, from a folder or from inside a jar.
    public static void withBundled(String name, Consumer<PackFolder> work) {
        try {
            var marker = Objects.requireNonNull(
                    PackFolder.class.getResource("/content/" + name + "/pack.yaml"), "No bundled pack " + name).toURI();
            if (marker.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(marker, Map.of())) {
                    work.accept(new PackFolder(jar.getPath("/content/" + name)));
                }
            } else {
                work.accept(new PackFolder(Objects.requireNonNull(Path.of(marker).getParent())));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The bundled pack cannot be read", e);
        }
    }

    /// All workplace data of the pack.
    ///
    /// @throws Problem.Refused naming a file that cannot be read
    public List<Document> documents() {
        var documents = new ArrayList<Document>();
        documents.add(document("company", 0, read("pack.yaml")));
        documents.add(new Document("severity", "matrix", 0, read("severity.yaml").toString()));
        LISTS.forEach((file, topic) -> documents.addAll(list(file + ".yaml", topic)));
        FOLDERS.forEach((folder, topic) -> {
            var position = 0;
            for (var file : files(folder, ".yaml")) {
                documents.add(document(topic, position++, read(file)));
            }
        });
        files("scripts", ".yaml").forEach(file -> documents.addAll(lines(file)));
        return documents;
    }

    private List<Document> list(String file, String topic) {
        var position = 0;
        var documents = new ArrayList<Document>();
        for (var element : read(file)) {
            documents.add(document(topic, position++, element));
        }
        return documents;
    }

    private List<Document> lines(Path file) {
        var language = file.getFileName().toString().replace(".yaml", "");
        var position = 0;
        var documents = new ArrayList<Document>();
        for (var element : read(file)) {
            var line = ((ObjectNode) element).put("lang", language);
            documents.add(new Document(
                    "line", language + "/" + line.get("code").asText(), position++, line.toString()));
        }
        return documents;
    }

    private static Document document(String topic, int position, JsonNode body) {
        var parts = Stream.of("code", "role", "channel", "priority")
                .map(body::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
        var code = topic.equals("limit") || topic.equals("authority") ? String.join("/", parts) : parts.getFirst();
        return new Document(topic, code, position, body.toString());
    }

    /// The elements of a list file, each as an object of the type.
    <T> List<T> records(String file, Class<T> type) {
        return StreamSupport.stream(read(file).spliterator(), false)
                .map(element -> Json.read(element.toString(), type))
                .toList();
    }

    /// Files below a folder, in the order of their names.
    List<Path> files(String folder, String ending) {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        try (var found = Files.walk(root.resolve(folder))) {
            return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw Problem.refused("pack.problem.unreadable", folder, e.getMessage());
        }
    }

    private JsonNode read(String file) {
        return read(root.resolve(file));
    }

    private static JsonNode read(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw Problem.refused("pack.problem.unreadable", file.toString(), e.getMessage());
        }
    }
}
