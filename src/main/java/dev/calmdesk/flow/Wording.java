package dev.calmdesk.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Fills the placeholders of a line. A missing value stays visible as what it is, never as an empty gap.
public final class Wording {

    private static final Pattern PART = Pattern.compile("\\{(\\w+)}|\\*\\*(.+?)\\*\\*");

    private Wording() {}

    /// A piece of a filled line.
    public sealed interface Part {
        /// What is read aloud or copied.
        String text();
    }

    public record Plain(String text) implements Part {}

    /// A word to stress.
    public record Stressed(String text) implements Part {}

    /// A placeholder with its value.
    public record Filled(String name, String text) implements Part {}

    /// A placeholder whose value is not known.
    public record Missing(String name) implements Part {
        @Override
        public String text() {
            return "{" + name + "}";
        }
    }

    public static List<Part> fill(String line, Map<String, String> values) {
        var parts = new ArrayList<Part>();
        var matcher = PART.matcher(line);
        var from = 0;
        while (matcher.find()) {
            plain(parts, line.substring(from, matcher.start()));
            if (matcher.group(2) != null) {
                fill(matcher.group(2), values).forEach(part ->
                        parts.add(part instanceof Plain plain ? new Stressed(plain.text()) : part));
            } else {
                var value = values.getOrDefault(matcher.group(1), "");
                parts.add(value.isBlank() ? new Missing(matcher.group(1)) : new Filled(matcher.group(1), value));
            }
            from = matcher.end();
        }
        plain(parts, line.substring(from));
        return List.copyOf(parts);
    }

    private static void plain(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Plain(text));
        }
    }

    public static String text(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
