package dev.calmdesk.app.command;

/// Lines up columns in a terminal, where a Chinese character takes two places.
final class Columns {

    private Columns() {}

    static String of(String... cells) {
        return String.join("  ", cells).stripTrailing();
    }

    /// A text filled up with spaces; what is too long stays.
    static String cell(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    private static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115f)
                || (point >= 0x2e80 && point <= 0xa4cf)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xfe30 && point <= 0xfe6f)
                || (point >= 0xff00 && point <= 0xff60)
                || (point >= 0xffe0 && point <= 0xffe6)
                || point >= 0x20000;
    }
}
