package dev.calmdesk.catalogue;

import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Pinyin;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Finds products by what people type: a name in any language or script, what customers call it, its number, how that
/// sounds, or the first letters of the sound. Pure.
final class ProductIndex {

    private static final int NOT_FOUND = Integer.MAX_VALUE;

    private final List<Entry> entries;

    ProductIndex(List<Product> products) {
        this.entries = products.stream().map(Entry::of).toList();
    }

    private record Entry(Product product, List<Term> terms) {

        static Entry of(Product product) {
            var words = Stream.concat(product.names().texts().values().stream(), product.aliases().stream());
            return new Entry(
                    product, Stream.concat(Stream.of(product.sku()), words).map(Term::of).distinct().toList());
        }

        int distance(String typed) {
            return terms.stream().mapToInt(term -> term.distance(typed)).min().orElse(NOT_FOUND);
        }
    }

    /// One way to call a product.
    ///
    /// @param text made comparable, without spaces
    private record Term(String text, String sound, String initials) {

        static Term of(String shown) {
            var text = compact(shown);
            return new Term(text, Pinyin.full(text), Pinyin.initials(text));
        }

        /// How far a typed text is from this one: 0 for the same, more for less likely.
        int distance(String typed) {
            if (text.equals(typed)) {
                return 0;
            } else if (text.startsWith(typed)) {
                return 1;
            } else if (text.contains(typed)) {
                return 2;
            }
            return Fold.isHan(typed.codePointAt(0)) ? bySound(Pinyin.full(typed), 5) : bySound(typed, 3);
        }

        private int bySound(String letters, int nearest) {
            if (letters.length() < 2) {
                return NOT_FOUND;
            } else if (sound.equals(letters) || initials.equals(letters)) {
                return nearest;
            } else if (sound.startsWith(letters) || initials.startsWith(letters)) {
                return nearest + 1;
            }
            return sound.contains(letters) && letters.length() >= 4 ? nearest + 2 : NOT_FOUND;
        }
    }

    /// All products if nothing was typed; otherwise those that fit, best first.
    List<Product> search(String text) {
        var typed = compact(text);
        if (typed.isEmpty()) {
            return entries.stream().map(Entry::product).toList();
        }
        var parts = Arrays.stream(Fold.text(text).strip().split("\\s+")).toList();
        return entries.stream()
                .map(entry -> new Found(entry.product(), distance(entry, typed, parts)))
                .filter(found -> found.distance() != NOT_FOUND)
                .sorted(Comparator.comparingInt(Found::distance))
                .map(Found::product)
                .toList();
    }

    private record Found(Product product, int distance) {}

    /// Words in another order are found too, behind those in the order of the name.
    private static int distance(Entry entry, String typed, List<String> parts) {
        var whole = entry.distance(typed);
        if (whole != NOT_FOUND || parts.size() == 1) {
            return whole;
        }
        var worst = parts.stream().mapToInt(entry::distance).max().orElse(NOT_FOUND);
        return worst == NOT_FOUND ? NOT_FOUND : worst + 10;
    }

    private static String compact(String text) {
        return Fold.text(text).replaceAll("\\s", "");
    }
}
