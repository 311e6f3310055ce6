package dev.calmdesk.sync.ui;

import java.util.regex.Pattern;

/// Keeps numbers such as C-251122-A07-012 on one line where words wrap. Only for what is looked at: who copies the number
/// wants the plain one.
final class Unbroken {

    private static final Pattern HYPHEN = Pattern.compile("(?<=\\w)-(?=\\w)");
    private static final String STAYING = "\u2011";

    private Unbroken() {}

    static String numbers(String text) {
        return HYPHEN.matcher(text).replaceAll(STAYING);
    }
}
