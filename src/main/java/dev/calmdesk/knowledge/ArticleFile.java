package dev.calmdesk.knowledge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.calmdesk.base.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an article from a Markdown file that begins with its fields in YAML between two lines of `---`. What is wrong
/// is said with the name of the file and of the field.
public final class ArticleFile {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern PARTS =
            Pattern.compile("\\A\\uFEFF?---\\R(.*?)\\R---[ \\t]*(?:\\R(.*))?\\z", Pattern.DOTALL);
    private static final Set<String> FIELDS = Set.of(
            "id", "kind", "title", "question", "answer", "products", "categories", "audience", "validFrom", "validTo",
            "owner", "reviewOn", "mustRead", "keywords", "state", "updated");

    private final String file;
    private final JsonNode fields;

    private ArticleFile(String file, JsonNode fields) {
        this.file = file;
        this.fields = fields;
    }

    /// An article, published unless its field `state` says otherwise, last updated on the day or at the instant that its
    /// optional field `updated` says, else when it began to hold.
    ///
    /// @param file how the file is called in problems
    /// @param lang language tag; in a pack the folder says it
    /// @throws Problem.Refused if the text is no article
    public static Article read(String file, String lang, String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw Problem.refused("knowledge.problem.file_without_fields", file);
        }
        var body = Optional.ofNullable(parts.group(2)).orElse("");
        return new ArticleFile(file, parse(file, parts.group(1))).article(lang, body.strip());
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

    private Article article(String lang, String detail) {
        fields.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw Problem.refused("knowledge.problem.file_field_unknown", file, name);
            }
        });
        var code = text("id");
        var validFrom = day("validFrom").orElseThrow(() -> missing("validFrom"));
        var validTo = day("validTo").orElse(null);
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw bad("validTo");
        }
        return new Article(
                Article.idOf(code, lang), code, lang, constant("kind", ArticleKind.class), text("title"), text("question"),
                text("answer"), detail, texts("products"), texts("categories"), constant("audience", Audience.class),
                validFrom.toString(), validTo == null ? null : validTo.toString(), text("owner"),
                day("reviewOn").orElseThrow(() -> missing("reviewOn")).toString(), flag("mustRead"), texts("keywords"),
                field("state") == null ? ArticleState.PUBLISHED : constant("state", ArticleState.class), null, null, null,
                updated(validFrom));
    }

    private @Nullable JsonNode field(String name) {
        var value = fields.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String text(String name) {
        var value = field(name);
        if (value == null) {
            throw missing(name);
        }
        if (!value.isValueNode()) {
            throw bad(name);
        }
        var text = value.asText().strip();
        if (text.isEmpty()) {
            throw missing(name);
        }
        return text;
    }

    private Optional<LocalDate> day(String name) {
        if (field(name) == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text(name)));
        } catch (DateTimeParseException e) {
            throw bad(name);
        }
    }

    private Instant updated(LocalDate validFrom) {
        if (field("updated") != null && text("updated").contains("T")) {
            try {
                return Instant.parse(text("updated"));
            } catch (DateTimeParseException e) {
                throw bad("updated");
            }
        }
        return day("updated").orElse(validFrom).atTime(1, 0).toInstant(ZoneOffset.UTC);
    }

    private <E extends Enum<E>> E constant(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw bad(name);
        }
    }

    private boolean flag(String name) {
        var value = field(name);
        if (value != null && !value.isBoolean()) {
            throw bad(name);
        }
        return value != null && value.booleanValue();
    }

    private List<String> texts(String name) {
        var value = field(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw bad(name);
        }
        var texts = new ArrayList<String>();
        for (var item : value) {
            if (!item.isValueNode() || item.asText().isBlank()) {
                throw bad(name);
            }
            texts.add(item.asText().strip());
        }
        return texts;
    }

    private Problem missing(String name) {
        return Problem.refused("knowledge.problem.file_field_missing", file, name);
    }

    private Problem bad(String name) {
        return Problem.refused("knowledge.problem.file_field_bad", file, name);
    }
}
