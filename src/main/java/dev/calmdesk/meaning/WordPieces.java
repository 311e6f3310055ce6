package dev.calmdesk.meaning;

import dev.calmdesk.language.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Cuts a text into the pieces of words that a model of the BERT family knows: a Chinese character or a sign stands alone,
/// any other word is cut from the left into the longest pieces of the vocabulary.
final class WordPieces {

    private static final String INNER = "##";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int first;
    private final int last;

    /// @param vocabulary number of each piece; what continues a word begins with `##`
    WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = numberOf("[UNK]");
        this.first = numberOf("[CLS]");
        this.last = numberOf("[SEP]");
    }

    private int numberOf(String mark) {
        var number = vocabulary.get(mark);
        if (number == null) {
            throw new IllegalArgumentException("The vocabulary has no " + mark);
        }
        return number;
    }

    /// Numbers of the pieces between the marks of beginning and end.
    ///
    /// @param most at most so many, the marks included; of a longer text the rest is left out
    long[] of(String text, int most) {
        var numbers = new ArrayList<Integer>();
        numbers.add(first);
        for (var word : words(Fold.text(text))) {
            if (numbers.size() >= most) {
                break;
            }
            numbers.addAll(pieces(word));
        }
        var kept = numbers.subList(0, Math.min(numbers.size(), most - 1));
        var all = Arrays.copyOf(kept.stream().mapToLong(Integer::longValue).toArray(), kept.size() + 1);
        all[kept.size()] = last;
        return all;
    }

    private static List<String> words(String folded) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        folded.codePoints().forEach(codePoint -> {
            if (standsAlone(codePoint) || separates(codePoint)) {
                end(word, words);
            }
            if (standsAlone(codePoint)) {
                words.add(Character.toString(codePoint));
            } else if (!separates(codePoint)) {
                word.appendCodePoint(codePoint);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean separates(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || Character.isISOControl(codePoint);
    }

    private static boolean standsAlone(int codePoint) {
        return Fold.isHan(codePoint) || isSign(codePoint);
    }

    private static boolean isSign(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> codePoint > ' ' && codePoint < 0x7f && !Character.isLetterOrDigit(codePoint);
        };
    }

    private List<Integer> pieces(String word) {
        if (word.length() > LONGEST_WORD) {
            return List.of(unknown);
        }
        var pieces = new ArrayList<Integer>();
        var from = 0;
        while (from < word.length()) {
            var to = word.length();
            while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
                to--;
            }
            if (to == from) {
                return List.of(unknown);
            }
            pieces.add(vocabulary.get(piece(word, from, to)));
            from = to;
        }
        return pieces;
    }

    private static String piece(String word, int from, int to) {
        var piece = word.substring(from, to);
        return from == 0 ? piece : INNER + piece;
    }
}
