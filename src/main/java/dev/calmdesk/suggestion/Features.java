package dev.calmdesk.suggestion;

import dev.calmdesk.language.Folded;
import java.util.ArrayList;
import java.util.List;
import org.tartarus.snowball.ext.EnglishStemmer;

/// What a model weighs in a text: single characters, pairs and triples where words are not set apart, and words with
/// their stems where they are. Each falls into one of many buckets by its hash. Numbers and codes are left out: they
/// belong to one case and tell nothing of the next.
final class Features {

    static final int BUCKETS = 1 << 18;

    private static final int LONGEST_GRAM = 3;
    private static final int SHORTEST_STEMMED = 4;

    /// From here on the code table holds scripts that are written without gaps.
    private static final char FIRST_WITHOUT_GAPS = 0x2e80;

    private final String text;
    private final List<Feature> found = new ArrayList<>();

    /// @param from place in the folded text, inclusive
    /// @param to exclusive
    record Feature(int bucket, int from, int to) {}

    private enum Part {
        CHARACTERS, WORD, GAP
    }

    private Features(String text) {
        this.text = text;
    }

    static List<Feature> of(Folded folded) {
        return new Features(folded.text()).run();
    }

    /// Each bucket once, in order.
    static int[] buckets(List<Feature> features) {
        return features.stream().mapToInt(Feature::bucket).sorted().distinct().toArray();
    }

    private List<Feature> run() {
        var at = 0;
        while (at < text.length()) {
            var part = part(text.charAt(at));
            var end = at + 1;
            while (end < text.length() && part(text.charAt(end)) == part) {
                end++;
            }
            if (part == Part.CHARACTERS) {
                addGrams(at, end);
            } else if (part == Part.WORD) {
                addWord(at, end);
            }
            at = end;
        }
        return found;
    }

    private static Part part(char character) {
        if (character >= FIRST_WITHOUT_GAPS && (Character.isLetter(character) || Character.isSurrogate(character))) {
            return Part.CHARACTERS;
        }
        return Character.isLetterOrDigit(character) ? Part.WORD : Part.GAP;
    }

    private void addGrams(int from, int to) {
        for (var at = from; at < to; at++) {
            for (var length = 1; length <= LONGEST_GRAM && at + length <= to; length++) {
                add(text.substring(at, at + length), at, at + length);
            }
        }
    }

    private void addWord(int from, int to) {
        var word = text.substring(from, to);
        if (word.chars().anyMatch(Character::isDigit)) {
            return;
        }
        add(word, from, to);
        if (word.length() >= SHORTEST_STEMMED) {
            add("~" + stem(word), from, to);
        }
    }

    private static String stem(String word) {
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private void add(String what, int from, int to) {
        var hash = what.hashCode() * 0x9e3779b9;
        found.add(new Feature((hash ^ (hash >>> 15)) & (BUCKETS - 1), from, to));
    }
}
