package dev.calmdesk.knowledge.exchange;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.calmdesk.base.Problem;
import dev.calmdesk.knowledge.Article;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A Markdown file that begins with the fields of an article in YAML, as packs have them
/// ([dev.calmdesk.knowledge.ArticleFile] reads what is written here).
final class FrontMatter {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());
    private static final Pattern PARTS =
            Pattern.compile("\\A\\uFEFF?---\\R(.*?)\\R---[ \\t]*(?:\\R(.*))?\\z", Pattern.DOTALL);

    private FrontMatter() {}

    /// A file says an article as a whole: what it leaves out is empty.
    ///
    /// @param cells without a language if the file names none
    record Read(Map<Column, String> cells, List<String> unknownFields) {}

    /// @throws Problem.Refused if the text is no article
    static Read read(String file, String text, Headings headings) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw Problem.refused("knowledge.problem.file_without_fields", file);
        }
        var cells = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            cells.put(column, column == Column.STATE ? "PUBLISHED" : "");
        }
        cells.put(Column.DETAIL, Optional.ofNullable(parts.group(2)).orElse(""));
        var unknown = new ArrayList<String>();
        parse(file, parts.group(1)).properties().forEach(field -> {
            var column = headings.column(field.getKey());
            column.ifPresentOrElse(known -> cells.put(known, cell(field.getValue())), () -> unknown.add(field.getKey()));
        });
        return new Read(cells, unknown);
    }

    private static JsonNode parse(String file, String yaml) {
        try {
            var fields = YAML.readTree(yaml);
            if (fields.isObject()) {
                return fields;
            }
            throw Problem.refused("knowledge.problem.file_without_fields", file);
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr() + 1;
            throw Problem.refused("knowledge.problem.file_not_yaml", file, line);
        }
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return ListCell.write(value.valueStream().map(JsonNode::asText).toList());
        }
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    /// Without the language, which the folder says.
    static String write(Article article, String detail) {
        var fields = YAML.createObjectNode();
        fields.put("id", article.code());
        fields.put("kind", lower(article.kind()));
        fields.put("title", article.title());
        fields.put("question", article.question());
        fields.put("answer", article.answer());
        put(fields, "products", article.products());
        put(fields, "categories", article.categories());
        fields.put("audience", lower(article.audience()));
        fields.put("validFrom", article.validFrom());
        Optional.ofNullable(article.validTo()).ifPresent(day -> fields.put("validTo", day));
        fields.put("owner", article.owner());
        fields.put("reviewOn", article.reviewOn());
        fields.put("mustRead", article.mustRead());
        put(fields, "keywords", article.keywords());
        fields.put("state", lower(article.state()));
        fields.put("updated", article.updatedAt().toString());
        try {
            return "---\n" + YAML.writeValueAsString(fields) + "---\n" + (detail.isEmpty() ? "" : detail + "\n");
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void put(ObjectNode fields, String name, List<String> items) {
        var array = fields.putArray(name);
        items.forEach(array::add);
    }
}
