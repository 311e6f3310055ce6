package dev.calmdesk.knowledge;

import java.util.regex.Pattern;

/// Markdown as the text that a reader sees, one paragraph, list item or row of a table a line.
final class PlainText {

    private static final Pattern LINE_START = Pattern.compile("(?m)^[ \\t]*(?:#{1,6}|>|[-*+]|\\d+[.)])\\s+");
    private static final Pattern RULE_LINE = Pattern.compile("(?m)^[\\s|:*_-]+$");
    private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern CELL_BORDER = Pattern.compile("[ \\t]*\\|[ \\t]*");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`+|(?<!\\w)[*_](?=\\S)|(?<=\\S)[*_](?!\\w)");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\s*\\R\\s*");

    private PlainText() {}

    static String of(String markdown) {
        var text = RULE_LINE.matcher(markdown).replaceAll("");
        text = LINE_START.matcher(text).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = EMPHASIS.matcher(text).replaceAll("");
        text = CELL_BORDER.matcher(text).replaceAll("  ");
        return EMPTY_LINES.matcher(text).replaceAll("\n").strip();
    }
}
