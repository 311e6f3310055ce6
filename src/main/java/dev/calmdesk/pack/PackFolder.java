package dev.calmdesk.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads the files of a pack. `content/` in the product's own jar holds one for demonstration.
public final class PackFolder {

    private static final YAMLMapper YAML = new YAMLMapper();

    /// Files that hold one list each, and the topic that their elements become.
    private record ListFile(String name, String topic, boolean required) {}

    private static final List<ListFile> LISTS = List.of(
            new ListFile("teams", "team", true),
            new ListFile("departments", "department", true),
            new ListFile("calendars", "calendar", true),
            new ListFile("limits", "limit", true),
            new ListFile("authority", "authority", true),
            new ListFile("remedies", "remedy", true),
            new ListFile("categories", "category", true),
            new ListFile("root-causes", "root-cause", true),
            new ListFile("closing-codes", "closing-code", true),
            new ListFile("transfer-reasons", "transfer-reason", true),
            new ListFile("not-reached-reasons", "not-reached-reason", true),
            new ListFile("void-reasons", "void-reason", true),
            new ListFile("synonyms", "synonyms", false),
            new ListFile("bulletins", "bulletin", false),
            new ListFile("norms", "norm", false),
            new ListFile("scorecards", "scorecard", false));

    /// Folders that hold one document a file, and its topic.
    private static final List<Map.Entry<String, String>> FOLDERS = List.of(
            Map.entry("flows", "flow"),
            Map.entry("scenarios", "scenario"),
            Map.entry("exams", "exam"),
            Map.entry("plans", "plan"));

    private final Path root;

    public PackFolder(Path root) {
        this.root = root;
    }

    /// One piece of workplace data as it stands in a file.
    ///
    /// @param file relative to the pack, for problems
    /// @param body JSON
    public record Document(String file, String topic, String code, int position, String body) {}

    /// One element of a list that is no workplace data.
    ///
    /// @param body JSON
    public record Element(String file, int position, String body) {}

    /// @param file relative to the pack, for problems
    /// @param lang language tag; the folder says it
    public record ArticleText(String file, String lang, String text) {}

    /// Lets work read a pack that is shipped with the product, from a folder or from inside a jar.
    public static void withBundled(String name, Consumer<PackFolder> work) {
        fromBundled(name, folder -> {
            work.accept(folder);
            return name;
        });
    }

    /// Like [#withBundled], for work with a result.
    public static <T> T fromBundled(String name, Function<PackFolder, T> work) {
        try {
            var marker = Objects.requireNonNull(
                    PackFolder.class.getResource("/content/" + name + "/pack.yaml"), "No bundled pack " + name).toURI();
            if (marker.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(marker, Map.of())) {
                    return work.apply(new PackFolder(jar.getPath("/content/" + name)));
                }
            }
            return work.apply(new PackFolder(Objects.requireNonNull(Path.of(marker).getParent())));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The bundled pack cannot be read", e);
        }
    }

    /// All workplace data of the pack.
    ///
    /// @throws Problem.Refused naming a file that is missing or cannot be read
    public List<Document> documents() {
        var documents = new ArrayList<Document>();
        documents.add(document("pack.yaml", "company", 0, read("pack.yaml")));
        documents.add(new Document("severity.yaml", "severity", "matrix", 0, read("severity.yaml").toString()));
        if (Files.exists(root.resolve("severity-hints.yaml"))) {
            documents.add(document("severity-hints.yaml", "severity-hints", 0, read("severity-hints.yaml")));
        }
        for (var list : LISTS) {
            if (list.required() || Files.exists(root.resolve(list.name() + ".yaml"))) {
                documents.addAll(list(list.name() + ".yaml", list.topic()));
            }
        }
        for (var folder : FOLDERS) {
            var position = 0;
            for (var file : files(folder.getKey(), ".yaml")) {
                documents.add(document(file, folder.getValue(), position++, read(file)));
            }
        }
        files("scripts", ".yaml").forEach(file -> documents.addAll(lines(file)));
        return documents;
    }

    private List<Document> list(String file, String topic) {
        var documents = new ArrayList<Document>();
        for (var element : array(file)) {
            documents.add(document(file, topic, documents.size(), element));
        }
        return documents;
    }

    private List<Document> lines(String file) {
        var language = file.replaceAll("^.*/|\\.yaml$", "");
        var documents = new ArrayList<Document>();
        for (var element : array(file)) {
            var position = documents.size();
            var code = language + "/" + code(file, position, element, List.of("code"));
            var line = ((ObjectNode) element).put("lang", language);
            documents.add(new Document(file, "line", code, position, line.toString()));
        }
        return documents;
    }

    private static Document document(String file, String topic, int position, JsonNode body) {
        var names = topic.equals("limit") || topic.equals("authority")
                ? List.of("code", "role", "channel", "priority")
                : List.of("code");
        return new Document(file, topic, code(file, position, body, names), position, body.toString());
    }

    private static String code(String file, int position, JsonNode body, List<String> names) {
        var parts = names.stream()
                .map(body::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
        if (parts.isEmpty()) {
            throw Problem.refused("pack.problem.missing_field", file, "[" + (position + 1) + "]." + names.getFirst());
        }
        return String.join("/", parts);
    }

    /// The elements of a file that holds one list.
    public List<Element> elements(String file) {
        var elements = new ArrayList<Element>();
        for (var element : array(file)) {
            elements.add(new Element(file, elements.size(), element.toString()));
        }
        return elements;
    }

    /// The whole content of a file as JSON.
    public String json(String file) {
        return read(file).toString();
    }

    /// In the order of their paths.
    public List<ArticleText> articles() {
        return files("articles", ".md").stream()
                .map(file -> new ArticleText(file, file.split("/")[1], text(file)))
                .toList();
    }

    /// Files below a folder, relative to the pack and with `/`, in the order of their names.
    private List<String> files(String folder, String ending) {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(root.resolve(folder))) {
            return found.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private JsonNode array(String file) {
        var list = read(file);
        if (!list.isArray()) {
            throw Problem.refused("pack.problem.not_a_list", file);
        }
        return list;
    }

    private JsonNode read(String file) {
        if (!Files.exists(root.resolve(file))) {
            throw Problem.refused("pack.problem.missing_file", file);
        }
        try {
            return YAML.readTree(text(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private String text(String file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Problem unreadable(String file, IOException e) {
        var reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return Problem.refused("pack.problem.unreadable", file, reason);
    }
}
