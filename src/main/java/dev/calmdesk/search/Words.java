package dev.calmdesk.search;

import java.util.ArrayList;
import java.util.List;
import org.tartarus.snowball.ext.EnglishStemmer;

/// The forms under which a word of letters and digits is found: itself, its parts where letters meet digits, and the
/// stem of an English word, marked by `~` so that it never meets a word.
final class Words {

    private static final String STEM = "~";
    private static final int SHORTEST_STEMMED = 4;
    private static final int SHORTEST_CODE = 4;

    private Words() {}

    static List<String> forms(Run word) {
        var forms = new ArrayList<String>();
        forms.add(word.text());
        if (word.hasDigit()) {
            var parts = parts(word.text());
            if (parts.size() > 1) {
                forms.addAll(parts);
            }
        } else if (isStemmed(word)) {
            forms.add(STEM + stem(word.text()));
        }
        return forms;
    }

    static boolean isStemmed(Run word) {
        return word.isLatin() && word.text().length() >= SHORTEST_STEMMED;
    }

    static boolean isStem(String form) {
        return form.startsWith(STEM);
    }

    static String stem(String word) {
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /// Order, batch, model and error codes in a text: whole, without their dashes, and their parts.
    static List<String> codes(String folded) {
        var codes = new ArrayList<String>();
        for (var piece : folded.split("[^a-z0-9._/-]+")) {
            var whole = piece.replaceAll("[^a-z0-9]", "");
            var hasDigit = whole.chars().anyMatch(Character::isDigit);
            if (hasDigit && whole.length() >= SHORTEST_CODE) {
                codes.add(whole);
                parts(piece).stream()
                        .filter(part -> part.length() >= SHORTEST_CODE && !part.equals(whole))
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    /// Stretches of only letters or only digits.
    private static List<String> parts(String word) {
        var parts = new ArrayList<String>();
        for (var part : word.split("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])|[^\\p{L}\\p{N}]+")) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
