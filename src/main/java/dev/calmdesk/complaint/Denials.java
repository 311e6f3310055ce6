package dev.calmdesk.complaint;

import dev.calmdesk.language.Fold;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How people say that something did not happen (“没有受伤”, “no injury”). Content; each list by language.
///
/// @param before words that deny what comes soon after them
/// @param after what denies if nothing else follows in the clause (“受伤倒没有”)
/// @param except words that hold one of `before` and deny nothing (“没想到”, “not only”)
/// @param breaks words after which a denial no longer reaches (“不退就起诉”, “no refund but …”)
public record Denials(
        Map<String, List<String>> before,
        Map<String, List<String>> after,
        Map<String, List<String>> except,
        Map<String, List<String>> breaks) {

    private static final String ENDS = "，。！？；：、,.!?;:\n\r\t()（）";

    /// How far a denial reaches: characters where words are not set apart, words where they are.
    private static final int REACH = 5;

    private static final char MASK = '\u0001';

    /// @param text folded
    /// @param from where the word begins that may be denied
    /// @param to where it ends, exclusive
    boolean deny(String text, int from, int to) {
        return isDeniedBefore(clauseBefore(text, from)) || isDeniedAfter(text, to);
    }

    /// The clause up to the word, without what a denial does not reach across and without what only looks like one.
    private String clauseBefore(String text, int from) {
        var begin = from;
        while (begin > 0 && ENDS.indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        var clause = text.substring(begin, from);
        for (var exception : longestFirst(except)) {
            clause = masked(clause, exception);
        }
        for (var word : longestFirst(breaks)) {
            clause = clause.substring(endOfLast(clause, word));
        }
        return clause;
    }

    /// Twice denied is said again.
    private boolean isDeniedBefore(String clause) {
        var near = near(clause);
        var denials = 0;
        for (var word : longestFirst(before)) {
            while (endOfLast(near, word) > 0) {
                var end = endOfLast(near, word);
                near = near.substring(0, end - word.length()) + MASK + near.substring(end);
                denials++;
            }
        }
        return denials % 2 == 1;
    }

    private boolean isDeniedAfter(String text, int to) {
        var end = to;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var rest = text.substring(to, end).strip();
        return folded(after).anyMatch(rest::equals);
    }

    /// What stands near enough before the word; a denial may begin farther away, if it ends within reach.
    private String near(String clause) {
        var at = clause.length();
        for (var left = REACH; at > 0 && left > 0; left--) {
            at--;
            if (isPartOfWord(clause, at)) {
                while (at > 0 && isPartOfWord(clause, at - 1)) {
                    at--;
                }
            } else if (clause.charAt(at) == ' ') {
                left++;
            }
        }
        return clause.substring(Math.max(0, at - 1));
    }

    private static boolean isPartOfWord(String clause, int at) {
        var character = clause.charAt(at);
        return character < 0x2e80 && (Character.isLetterOrDigit(character) || character == '\'' || character == '’');
    }

    private static String masked(String clause, String word) {
        var masked = clause;
        for (var at = masked.indexOf(word); at >= 0; at = masked.indexOf(word)) {
            masked = masked.substring(0, at) + String.valueOf(MASK).repeat(word.length()) + masked.substring(at + word.length());
        }
        return masked;
    }

    /// 0 if the word is not there.
    private static int endOfLast(String clause, String word) {
        for (var at = clause.lastIndexOf(word); at >= 0; at = clause.lastIndexOf(word, at - 1)) {
            if (SeverityHints.isWhole(clause, at, at + word.length())) {
                return at + word.length();
            }
        }
        return 0;
    }

    private static Stream<String> folded(Map<String, List<String>> words) {
        return words.values().stream().flatMap(Collection::stream).map(Fold::text);
    }

    private static List<String> longestFirst(Map<String, List<String>> words) {
        return folded(words).sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }
}
