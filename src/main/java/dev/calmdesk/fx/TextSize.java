package dev.calmdesk.fx;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Scales a style sheet: sizes of text and icons, and the small boxes they stand in. Wide things keep their width.
final class TextSize {

    private static final Pattern SIZE = Pattern.compile(
            "(-fx-(?:font-size|icon-size|cell-size|size|(?:pref|min|max)-(?:width|height)):\\s*)(\\d+(?:\\.\\d+)?)(?=px|\\s*[;}])");
    private static final double WIDEST_SCALED = 100;

    private TextSize() {}

    static String scaled(String css, int percent) {
        return SIZE.matcher(css).replaceAll(found -> found.group(1) + scaled(found, percent));
    }

    private static String scaled(MatchResult found, int percent) {
        var size = Double.parseDouble(found.group(2));
        var result = size > WIDEST_SCALED ? size : size * percent / 100;
        return String.format(Locale.ROOT, "%s", Math.round(result * 10) / 10.0);
    }
}
