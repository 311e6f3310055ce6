package dev.calmdesk.cases;

import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a matter is about; a tree.
///
/// @param department who usually investigates
/// @param keywords words customers use for it
/// @param defaultSeverity the least severity of such a complaint; null where categories lie below
public record Category(
        String code,
        Localised name,
        @Nullable String department,
        List<String> keywords,
        @Nullable Severity defaultSeverity,
        List<Category> children) {

    public static final Topic<Category> TOPIC = new Topic<>("category", Category.class);

    public Category {
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        children = children == null ? List.of() : List.copyOf(children);
    }

    private Stream<Category> withDescendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Category::withDescendants));
    }

    /// The category with all above it, the widest first; empty if there is no such category.
    public static List<Category> path(Workplace workplace, String code) {
        return path(workplace.all(TOPIC), code);
    }

    private static List<Category> path(List<Category> among, String code) {
        for (var category : among) {
            var below = category.code().equals(code) ? List.<Category>of() : path(category.children(), code);
            if (category.code().equals(code) || !below.isEmpty()) {
                return Stream.concat(Stream.of(category), below.stream()).toList();
            }
        }
        return List.of();
    }

    public static Optional<Category> find(Workplace workplace, String code) {
        return workplace.all(TOPIC).stream()
                .flatMap(Category::withDescendants)
                .filter(category -> category.code().equals(code))
                .findFirst();
    }
}
