package dev.calmdesk.search;

import dev.calmdesk.language.Fold;
import java.util.ArrayList;
import java.util.List;

/// A stretch of folded text of one nature: written without spaces (Chinese, kana), or one word of letters and digits.
/// What is between the runs separates and is otherwise ignored.
///
/// @param from where it begins in the folded text
/// @param to where it ends, exclusive
/// @param text its characters; a word without its apostrophes
public record Run(boolean han, int from, int to, String text) {

    static List<Run> of(String folded) {
        var runs = new ArrayList<Run>();
        var at = 0;
        while (at < folded.length()) {
            var nature = natureAt(folded, at);
            var end = at + Character.charCount(folded.codePointAt(at));
            while (nature != Nature.NEITHER && end < folded.length() && continues(folded, end, nature)) {
                end += Character.charCount(folded.codePointAt(end));
            }
            if (nature != Nature.NEITHER) {
                var text = folded.substring(at, end).replace("'", "").replace("’", "");
                runs.add(new Run(nature == Nature.HAN, at, end, text));
            }
            at = end;
        }
        return runs;
    }

    private enum Nature {
        HAN,
        WORD,
        NEITHER
    }

    private static boolean continues(String folded, int at, Nature nature) {
        var apostrophe = nature == Nature.WORD
                && (folded.charAt(at) == '\'' || folded.charAt(at) == '’')
                && at + 1 < folded.length()
                && natureAt(folded, at + 1) == Nature.WORD;
        return apostrophe || natureAt(folded, at) == nature;
    }

    private static Nature natureAt(String folded, int at) {
        var codePoint = folded.codePointAt(at);
        if (codePoint < 0x2e80) {
            return isWordPart(codePoint) ? Nature.WORD : Nature.NEITHER;
        }
        if (Fold.isHan(codePoint)) {
            return Nature.HAN;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HIRAGANA, KATAKANA, HANGUL -> Nature.HAN;
            default -> isWordPart(codePoint) ? Nature.WORD : Nature.NEITHER;
        };
    }

    private static boolean isWordPart(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    /// Whether it is made of the letters a to z only.
    boolean isLatin() {
        return !han && text.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    }

    boolean hasDigit() {
        return text.chars().anyMatch(Character::isDigit);
    }

    /// Its characters one by one.
    List<String> singles() {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /// Its characters that have one other between them.
    List<String> skips() {
        var singles = singles();
        var skips = new ArrayList<String>();
        for (var i = 2; i < singles.size(); i++) {
            skips.add(singles.get(i - 2) + singles.get(i));
        }
        return skips;
    }

    /// Its neighbouring characters; a lone character stands for itself.
    List<String> pairs() {
        var singles = singles();
        if (singles.size() == 1) {
            return singles;
        }
        var pairs = new ArrayList<String>();
        for (var i = 1; i < singles.size(); i++) {
            pairs.add(singles.get(i - 1) + singles.get(i));
        }
        return pairs;
    }
}
