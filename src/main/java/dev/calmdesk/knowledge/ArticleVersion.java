package dev.calmdesk.knowledge;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Field;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.RecordFold;
import dev.calmdesk.data.RecordId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an article stood after somebody changed what it says. Nothing is kept for it: the journal has every change, and a
/// version is the article folded from its entries so far (ADR 0020).
///
/// @param number from 1
/// @param by the entry that made it
/// @param form what the article said then, by `article.field`, as a form holds it
/// @param changed the fields that were changed by it
public record ArticleVersion(int number, Entry by, Map<String, String> form, List<String> changed) {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /// What says nothing to a reader.
    private static final Set<String> NOT_CONTENT =
            Set.of("id", "state", "updated_at", "written_by", "offered_at", "remark");

    public ArticleVersion {
        form = Map.copyOf(form);
        changed = List.copyOf(changed);
    }

    /// The versions of an article, the newest first.
    ///
    /// @param entries of the article in the order in which they count ([Journal#inForce])
    public static List<ArticleVersion> of(List<Entry> entries) {
        var versions = new ArrayList<ArticleVersion>();
        var before = Map.<String, String>of();
        for (var end = 1; end <= entries.size(); end++) {
            var now = form(RecordFold.of(entries.subList(0, end)).values());
            var changed = changed(before, now);
            if (!changed.isEmpty()) {
                versions.add(new ArticleVersion(versions.size() + 1, entries.get(end - 1), now, changed));
                before = now;
            }
        }
        return versions.reversed();
    }

    /// The versions of an article in a store, the newest first.
    public static List<ArticleVersion> of(Database database, UUID article) {
        return of(database.read(handle -> Journal.inForce(handle, new RecordId(Article.KIND.name(), article))));
    }

    /// The fields of content that differ, in the order of the article.
    public static List<String> changed(Map<String, String> from, Map<String, String> to) {
        return content()
                .filter(field -> !from.getOrDefault(field, "").equals(to.getOrDefault(field, "")))
                .toList();
    }

    /// The fields that make up what an article says.
    private static java.util.stream.Stream<String> content() {
        return Article.KIND.fields().keySet().stream()
                .filter(field -> !NOT_CONTENT.contains(field))
                .map(field -> Article.KIND.name() + "." + field);
    }

    private static Map<String, String> form(Map<String, @Nullable Object> values) {
        var form = new LinkedHashMap<String, String>();
        values.forEach((field, plain) -> {
            var known = Article.KIND.fields().get(field);
            if (known != null && plain != null && !NOT_CONTENT.contains(field) && !plain.equals(false)) {
                var text = known.type() == List.class
                        ? Field.text(Json.read(plain.toString(), TEXTS))
                        : Field.text(plain);
                if (!text.isEmpty()) {
                    form.put(Article.KIND.name() + "." + field, text);
                }
            }
        });
        return form;
    }
}
