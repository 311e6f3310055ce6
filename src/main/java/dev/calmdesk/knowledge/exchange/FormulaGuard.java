package dev.calmdesk.knowledge.exchange;

import java.util.regex.Pattern;

/// Keeps spreadsheets from running a text of a CSV file: what begins like a formula gets an apostrophe in front, which
/// reading takes off again. What already begins with apostrophes and then like a formula gets one more, so that every
/// text comes back as it was.
final class FormulaGuard {

    private static final Pattern BEGINS_LIKE_A_FORMULA = Pattern.compile("'*[=+\\-@＝＋－＠\\t\\r\\n]");
    private static final Pattern GUARDED = Pattern.compile("'" + BEGINS_LIKE_A_FORMULA.pattern());

    private FormulaGuard() {}

    static String on(String text) {
        return BEGINS_LIKE_A_FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    static String off(String cell) {
        return GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
