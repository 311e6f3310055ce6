package dev.calmdesk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.Tokens;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// Colours are named by role in two files and written nowhere else, so that dark is never forgotten.
class StylesTest {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\\b");
    private static final Pattern FUNCTION = Pattern.compile("\\b(?:rgba?|hsba?|hsla?|derive|ladder)\\s*\\(");
    private static final Pattern NAMED = Pattern.compile(
            ":[^;]*?(?<![\\w-])(" + String.join("|", namedColours()) + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLE_ATTRIBUTE = Pattern.compile("style\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern PAINT_ATTRIBUTE = Pattern.compile("\\b(?:fill|stroke|textFill|iconColor|color)=\"");
    private static final Pattern HANDLER = Pattern.compile("\\bon\\w+=\"#\\w+\"");
    private static final Pattern JAVA_COLOUR = Pattern.compile("javafx\\.scene\\.paint\\.Color|\\bPaint\\.valueOf");
    private static final Pattern LOOKUP = Pattern.compile("(?<=[\\s,(:])-(?!fx-|color-|button-)([a-z][\\w-]*)");

    @Test
    void styleSheetsNameColoursByRole() throws IOException {
        assertThat(offences(RESOURCES, ".css", StylesTest::inCss)).isEmpty();
    }

    @Test
    void viewsNameNoColour() throws IOException {
        assertThat(offences(RESOURCES, ".fxml", StylesTest::inFxml)).isEmpty();
    }

    @Test
    void codeOfScreensNamesNoColour() throws IOException {
        assertThat(offences(JAVA, ".java", StylesTest::inJava)).isEmpty();
    }

    @Test
    void bothTonesKnowTheSameRoles() {
        assertThat(Tokens.DARK.values().keySet()).containsExactlyElementsOf(Tokens.LIGHT.values().keySet());
    }

    @Test
    void everyRoleThatIsUsedExists() throws IOException {
        var css = Files.readString(Tokens.THEME.resolve("app.css")).replaceAll("(?s)/\\*.*?\\*/", "");
        var used = css.lines()
                .flatMap(line -> line.contains("{") && !line.contains("}") ? Stream.empty() : declarations(line))
                .flatMap(value -> LOOKUP.matcher(value).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());

        assertThat(used).isSubsetOf(Tokens.LIGHT.values().keySet());
        assertThat(Tokens.LIGHT.values().keySet()).isSubsetOf(used);
    }

    private static Stream<String> declarations(String line) {
        return Arrays.stream(line.replaceAll("^[^{]*\\{", "").split(";"))
                .filter(declaration -> declaration.contains(":"))
                .map(declaration -> declaration.substring(declaration.indexOf(':')));
    }

    private interface Check {
        boolean offends(String line);
    }

    private static List<String> offences(Path root, String ending, Check check) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(path -> path.toString().endsWith(ending) && isScreen(path)).toList()) {
                var lines = Files.readAllLines(file);
                for (var i = 0; i < lines.size(); i++) {
                    if (check.offends(lines.get(i))) {
                        found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
                    }
                }
            }
        }
        return found;
    }

    private static boolean isScreen(Path file) {
        var name = file.toString().replace('\\', '/');
        return (name.contains("/fx/") || name.contains("/ui/") || name.contains("/app/"))
                && !name.contains("/theme/tokens-");
    }

    private static boolean inCss(String line) {
        var code = line.replaceAll("/\\*.*?\\*/|-fx-font-smoothing-type: gray", "");
        return HEX.matcher(code).find() || FUNCTION.matcher(code).find() || NAMED.matcher(code).find();
    }

    private static boolean inFxml(String line) {
        var code = HANDLER.matcher(line).replaceAll("");
        return HEX.matcher(code).find()
                || PAINT_ATTRIBUTE.matcher(line).find()
                || STYLE_ATTRIBUTE.matcher(line).results().anyMatch(found -> inCss(found.group(1)));
    }

    private static boolean inJava(String line) {
        return !line.strip().startsWith("//")
                && (HEX.matcher(line).find() || JAVA_COLOUR.matcher(line).find() || FUNCTION.matcher(line).find());
    }

    private static Set<String> namedColours() {
        return Arrays.stream(Color.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Color.class)
                .map(field -> field.getName().toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("transparent"))
                .collect(Collectors.toSet());
    }
}
