package dev.calmdesk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.fx.Theme;
import dev.calmdesk.support.FxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A mockup is either true or red: it opens without a program behind it, and names nothing that the shipped view lacks.
class MockupsTest extends FxTest {

    private static final Path MOCKUPS = Path.of("fxml-mockups");
    private static final Path VIEWS = Path.of("src/main/resources/dev/calmdesk");
    private static final Pattern ID = Pattern.compile("fx:id=\"(\\w+)\"");

    static Stream<Path> mockups() throws IOException {
        try (var files = Files.walk(MOCKUPS)) {
            return files.filter(file -> file.toString().endsWith(".fxml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mockups")
    void itStandsAloneAndIsDrawnInBothTones(Path mockup) throws IOException {
        assertThat(Files.readString(mockup)).doesNotContain("fx:controller", "=\"%", "onAction=");
        for (var tone : Theme.Tone.values()) {
            Parent root = call(() -> {
                theme.use(tone);
                return FXMLLoader.load(mockup.toUri().toURL());
            });
            var name = "mockup-" + MOCKUPS.relativize(mockup).toString().replaceAll("\\W", "-");
            assertThat(picture(root, 1280, 800, name + "-" + tone.name().toLowerCase(Locale.ROOT))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("mockups")
    void itNamesOnlyWhatTheShippedViewNames(Path mockup) throws IOException {
        var feature = MOCKUPS.relativize(mockup).getParent();
        var twin = VIEWS.resolve(feature).resolve("ui").resolve(mockup.getFileName());
        if (Files.exists(twin)) {
            assertThat(ids(mockup)).isSubsetOf(ids(twin));
        }
    }

    private static Set<String> ids(Path view) throws IOException {
        var ids = new TreeSet<String>();
        ID.matcher(Files.readString(view)).results().map(found -> found.group(1)).forEach(ids::add);
        return ids;
    }
}
