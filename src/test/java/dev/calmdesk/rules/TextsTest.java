package dev.calmdesk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The three bundles say the same things: no key missing anywhere, none twice, none that nobody uses.
class TextsTest {

    private static final List<String> LANGUAGES = List.of("zh_CN", "zh_TW", "en");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-zA-Z0-9_.]+)\"");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][a-zA-Z0-9_]*(?:\\.[a-zA-Z0-9_]+)+)\"");
    private static final Pattern PREFIX_IN_JAVA = Pattern.compile("\"([a-z][a-zA-Z0-9_]*(?:\\.[a-zA-Z0-9_]+)*\\.)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    private final Map<String, Map<String, String>> bundles = LANGUAGES.stream()
            .collect(Collectors.toMap(language -> language, TextsTest::load, (a, b) -> a, TreeMap::new));

    private static Map<String, String> load(String language) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(language), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (a, b) -> a, TreeMap::new));
    }

    private static Path file(String language) {
        return Path.of("src/main/resources/i18n/messages_" + language + ".properties");
    }

    @Test
    void everyLanguageHasEveryKey() {
        var all = new TreeSet<String>();
        bundles.values().forEach(bundle -> all.addAll(bundle.keySet()));
        bundles.forEach((language, bundle) -> {
            var missing = new TreeSet<>(all);
            missing.removeAll(bundle.keySet());
            assertThat(missing).as("missing in " + language).isEmpty();
        });
    }

    @Test
    void noTextIsEmptyAndAllLanguagesTakeTheSameArguments() {
        var zh = bundles.get("zh_CN");
        bundles.forEach((language, bundle) -> bundle.forEach((key, text) -> {
            assertThat(text).as(language + " " + key).isNotBlank();
            assertThat(arguments(text)).as(language + " " + key).isEqualTo(arguments(zh.getOrDefault(key, text)));
            if (!arguments(text).isEmpty()) {
                new MessageFormat(text);
            }
        }));
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noKeyIsDefinedTwice() throws IOException {
        for (var language : LANGUAGES) {
            var keys = Files.readAllLines(file(language)).stream()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(language).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKeyInAViewExists() throws IOException {
        assertThat(found("src/main/resources", ".fxml", IN_FXML)).isSubsetOf(bundles.get("zh_CN").keySet());
    }

    /// Literals in Java that look like keys of a feature known to the bundle must be keys.
    @Test
    void everyKeyInTheSourceExists() throws IOException {
        var known = bundles.get("zh_CN").keySet();
        var literals = found("src/main/java", ".java", IN_JAVA);
        literals.removeIf(literal -> !literal.matches(".*\\.(problem|screen|button|title|hint|label)\\..*"));
        assertThat(literals).isSubsetOf(known);
    }

    /// A key is used if it stands in a view or as a literal, or if its beginning is put together with a name.
    @Test
    void noKeyIsUnused() throws IOException {
        var used = found("src/main/resources", ".fxml", IN_FXML);
        used.addAll(found("src/main/java", ".java", IN_JAVA));
        var prefixes = found("src/main/java", ".java", PREFIX_IN_JAVA);
        var unused = new ArrayList<>(bundles.get("zh_CN").keySet());
        unused.removeIf(key -> used.contains(key) || prefixes.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    private static Set<String> found(String root, String ending, Pattern pattern) throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(Path.of(root))) {
            for (var file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(keys::add);
            }
        }
        return keys;
    }
}
