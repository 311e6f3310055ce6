package dev.calmdesk.frame.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Views;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A store that really does not open.
class StartProblemTest extends FxTest {

    private final ManualClock clock = new ManualClock("2026-11-22T00:55:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final List<String> done = new ArrayList<>();
    private StoreFiles files;
    private StartProblemViewModel model;

    @TempDir Path folder;

    @BeforeEach
    void damage() throws IOException {
        files = new StoreFiles(folder.resolve("desk"));
        try (var database = Database.open(files, clock, ids)) {
            database.backup();
        }
        Files.writeString(files.databaseFile(), "not a database any more");
        build();
    }

    private void build() {
        var problem = catchThrowableOfType(Problem.Unavailable.class, () -> Database.open(files, clock, ids));
        var ways = new StartWays(() -> done.add("again"), path -> done.add("open " + path), () -> done.add("quit"));
        var tools = new StartTools(Background.direct(), texts, new OtherFolder(), text -> done.add("copied"), clock);
        model = new StartProblemViewModel(problem, files, ways, tools);
    }

    private static final class OtherFolder implements FileChoice {
        @Override
        public List<Path> open(String titleKey, Type... types) {
            return List.of();
        }

        @Override
        public Optional<Path> save(String titleKey, String suggestedName, Type... types) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String titleKey) {
            return Optional.of(Path.of("elsewhere"));
        }
    }

    @Test
    void theBackupComesBackOnlyAfterASecondYesAndTheDamagedFileIsKept() {
        model.askToRestore();
        assertThat(done).isEmpty();
        model.restore();

        assertThat(done).containsExactly("again");
        Database.open(files, clock, ids).close();
        assertThat(files.folder()).isDirectoryContaining("glob:**/set-aside-*");
    }

    @Test
    void otherWaysOutAreOpen() {
        model.openFolder();
        model.copyDetails();
        model.quit();

        assertThat(done).containsExactly("open elsewhere", "copied", "quit");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en,DARK"})
    void itIsDrawn(String language, Theme.Tone tone) {
        texts.use(Locale.forLanguageTag(language));
        onFx(() -> theme.use(tone));
        build();
        model.askToRestore();
        Parent root = call(() -> new Views(texts)
                .load(StartProblemController.class, Map.of(
                        StartProblemController.class, () -> new StartProblemController(model, texts)))
                .root());

        assertThat(picture(root, 1280, 720, "start-problem-%s-%s".formatted(language, tone))).isNotEmptyFile();
    }
}
