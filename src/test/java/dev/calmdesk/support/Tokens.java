package dev.calmdesk.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours of one tone as its token file declares them.
///
/// @param values colour by role, without the leading hyphen
public record Tokens(String name, Map<String, String> values) {

    public static final Path THEME = Path.of("src/main/resources/dev/calmdesk/fx/theme");
    public static final Tokens LIGHT = read("light");
    public static final Tokens DARK = read("dark");

    public static Tokens named(String name) {
        return name.equals("light") ? LIGHT : DARK;
    }

    private static Tokens read(String name) {
        try {
            var css = Files.readString(THEME.resolve("tokens-" + name + ".css"));
            var values = new LinkedHashMap<String, String>();
            Pattern.compile("(?m)^\\s*-([\\w-]+):\\s*([^;]+);")
                    .matcher(css)
                    .results()
                    .forEach(found -> values.put(found.group(1), found.group(2)));
            return new Tokens(name, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Color colour(String role) {
        return Color.web(values.get(role));
    }
}
