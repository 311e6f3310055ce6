package dev.calmdesk.fx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A short name for a bug: the same bug has the same code on every desk, whatever the customer's data was.
public final class ErrorCode {

    private static final String OURS = "dev.calmdesk.";
    private static final int FRAMES = 3;

    private ErrorCode() {}

    /// Such as `9F03-4C1A`: first half from the kinds of error, second from the places in our code.
    public static String of(Throwable error) {
        List<String> kinds = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (var each = error; each != null && kinds.size() < 10; each = each.getCause()) {
            kinds.add(each.getClass().getName());
            Arrays.stream(each.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith(OURS))
                    .limit(FRAMES)
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                    .forEach(places::add);
        }
        return half(kinds) + "-" + half(places);
    }

    private static String half(List<String> parts) {
        var hash = parts.hashCode();
        return String.format(Locale.ROOT, "%04X", (hash ^ (hash >>> 16)) & 0xFFFF);
    }
}
