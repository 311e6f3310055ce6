package dev.calmdesk.knowledge;

import dev.calmdesk.base.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What somebody is writing in an article and has not put into it yet.
///
/// @param fields what was typed, by `article.field`, with marks of what its author had seen ([Seen])
/// @param base how the article stood when its author last looked at it; empty for an article that is not there yet
public record Writing(UUID articleId, Map<String, String> fields, Map<String, String> base, Instant savedAt) {

    public Writing {
        fields = Map.copyOf(fields);
        base = Map.copyOf(base);
    }

    /// The fields that somebody else changed since, as far as this writing would change them too.
    ///
    /// @param now how the article stands
    public static List<String> overtaken(Map<String, String> fields, Map<String, String> base, Map<String, String> now) {
        return fields.keySet().stream()
                .filter(field -> !Seen.isMark(field))
                .filter(field -> !now.getOrDefault(field, "").equals(base.getOrDefault(field, "")))
                .filter(field -> !now.getOrDefault(field, "").equals(fields.get(field)))
                .sorted()
                .toList();
    }

    /// The fields that stand differently in two forms of an article; not the times that the program sets itself.
    public static List<String> changed(Map<String, String> from, Map<String, String> to) {
        return Article.KIND.fields().keySet().stream()
                .filter(field -> !Article.KIND.automatic().contains(field))
                .map(field -> Article.KIND.name() + "." + field)
                .filter(field -> !from.getOrDefault(field, "").equals(to.getOrDefault(field, "")))
                .collect(Collectors.toList());
    }
}
