package dev.calmdesk.complaint;

import dev.calmdesk.cases.Category;
import dev.calmdesk.language.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Recognises what a text is about by the words that categories list. Pure; only offers, never decides.
public final class CategoryWords {

    /// Categories whose words say that somebody is unwell.
    private static final Set<String> HEALTH = Set.of("food-safety/discomfort", "quality/skin-reaction");

    private CategoryWords() {}

    /// A category and those of its words that stand in the text, in the order in which they stand there.
    public record Found(Category category, List<String> words) {
        /// Long words say more than short ones.
        private int weight() {
            return words.stream().mapToInt(String::length).sum();
        }
    }

    /// The categories at the ends of the tree of which a text speaks, the likeliest first.
    public static List<Found> in(String text, List<Category> tree) {
        var folded = Fold.text(text);
        return leaves(tree).stream()
                .map(category -> new Found(category, words(folded, category.keywords())))
                .filter(found -> !found.words().isEmpty())
                .sorted(Comparator.comparingInt(Found::weight).reversed())
                .toList();
    }

    private static List<Category> leaves(List<Category> tree) {
        return tree.stream()
                .flatMap(category -> category.children().isEmpty()
                        ? java.util.stream.Stream.of(category)
                        : leaves(category.children()).stream())
                .toList();
    }

    /// A word within a longer one that was found as well is left out.
    private static List<String> words(String folded, List<String> keywords) {
        var found = new ArrayList<>(keywords.stream().filter(word -> folded.contains(Fold.text(word))).toList());
        found.removeIf(word -> found.stream().anyMatch(other -> !other.equals(word) && other.contains(word)));
        found.sort(Comparator.comparingInt(word -> folded.indexOf(Fold.text(word))));
        return List.copyOf(found);
    }

    /// Whether a text says that somebody is unwell: then health comes before everything else.
    public static boolean speakOfHealth(String text, List<Category> tree) {
        return in(text, tree).stream().anyMatch(found -> HEALTH.contains(found.category().code()));
    }
}
