package dev.calmdesk.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/// Makes text comparable: full-width as half-width and the like (NFKC), upper as lower case, Traditional as Simplified
/// Chinese, one character to one. Stored and typed text are folded alike, so that either finds the other.
public final class Fold {

    private static final String TABLE = "/search/t2s.txt";
    private static final char[] SIMPLIFIED = load();

    private final String shown;
    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    private Fold(String shown) {
        this.shown = shown;
        this.text = new StringBuilder(shown.length());
        this.starts = new int[shown.length() + 8];
        this.ends = new int[shown.length() + 8];
    }

    /// Folded text with its position map.
    public static Folded of(String shown) {
        return new Fold(shown).run();
    }

    /// Folded text alone.
    public static String text(String shown) {
        return of(shown).text();
    }

    /// Whether a character is a Chinese one.
    public static boolean isHan(int codePoint) {
        return (codePoint >= 0x4e00 && codePoint <= 0x9fff)
                || (codePoint > 0x2e7f && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN);
    }

    private Folded run() {
        var at = 0;
        while (at < shown.length()) {
            var end = endOfCluster(at);
            foldCluster(at, end);
            at = end;
        }
        var length = text.length();
        return new Folded(shown, text.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }

    /// A letter and the marks on it are normalised together, since NFKC may make one character of them.
    private int endOfCluster(int at) {
        var end = at + Character.charCount(shown.codePointAt(at));
        while (end < shown.length() && joinsTheFormer(shown.codePointAt(end))) {
            end += Character.charCount(shown.codePointAt(end));
        }
        return end;
    }

    private static boolean joinsTheFormer(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        var type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || isHalfWidthMark(codePoint)
                || isLaterJamo(codePoint);
    }

    private static boolean isHalfWidthMark(int codePoint) {
        return codePoint == 0xff9e || codePoint == 0xff9f;
    }

    /// Vowels and final consonants of Korean syllables, of either width.
    private static boolean isLaterJamo(int codePoint) {
        return (codePoint >= 0x1160 && codePoint <= 0x11ff) || (codePoint >= 0xffc2 && codePoint <= 0xffdc);
    }

    private void foldCluster(int at, int end) {
        var first = shown.charAt(at);
        if (end == at + 1 && (first < 0x80 || (first >= 0x4e00 && first <= 0x9fff))) {
            append(first < 0x80 ? lower(first) : simplified(first), at, end);
            return;
        }
        var normal = lowered(Normalizer.normalize(shown.substring(at, end), Normalizer.Form.NFKC));
        for (var i = 0; i < normal.length(); i++) {
            var character = normal.charAt(i);
            if (Character.getType(character) != Character.FORMAT) {
                append(simplified(character), at, end);
            }
        }
    }

    /// Lower case can undo the normal form and the normal form the lower case; both hold when nothing changes any more.
    private static String lowered(String normal) {
        var before = normal;
        while (true) {
            var after = Normalizer.normalize(before.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
    }

    private static char lower(char ascii) {
        return ascii >= 'A' && ascii <= 'Z' ? (char) (ascii + 32) : ascii;
    }

    private static char simplified(char character) {
        var simple = SIMPLIFIED[character];
        return simple == 0 ? character : simple;
    }

    private void append(char character, int start, int end) {
        var index = text.length();
        if (index == starts.length) {
            starts = Arrays.copyOf(starts, index * 2);
            ends = Arrays.copyOf(ends, index * 2);
        }
        text.append(character);
        starts[index] = start;
        ends[index] = end;
    }

    private static char[] load() {
        var table = new char[Character.MAX_VALUE + 1];
        try (var stream = Objects.requireNonNull(Fold.class.getResourceAsStream(TABLE), TABLE);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .forEach(pair -> table[pair.charAt(0)] = pair.charAt(1));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
