package dev.calmdesk.knowledge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Settings;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Views;
import dev.calmdesk.knowledge.ArticleMeanings;
import dev.calmdesk.knowledge.ByMeaning;
import dev.calmdesk.meaning.Encoder;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.Office;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByMeaningTest extends FxTest {

    private static final Encoder ENCODER = new Encoder() {
        @Override
        public float[] encode(String text) {
            return new float[] {1};
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public String name() {
            return "one";
        }
    };

    private final Office office = new Office();

    @TempDir Path folder;

    @AfterEach
    void close() {
        office.close();
    }

    private Settings settings() {
        return Settings.load(folder.resolve("settings.properties"));
    }

    private Parent card(Optional<Encoder> encoder, Settings settings) {
        var choice = new ByMeaning(new ArticleMeanings(office.database, () -> encoder, true), settings);
        return call(() -> new Views(texts)
                .load(ByMeaningController.class, Map.of(
                        ByMeaningController.class, () -> new ByMeaningController(choice, Background.direct(), texts)))
                .root());
    }

    private CheckBox wanted() {
        return robot.lookup("#wanted").query();
    }

    @Test
    void whereItCanBeHadItIsOnAndTheChoiceIsRemembered() {
        show(call(() -> new VBox(card(Optional.of(ENCODER), settings()))));
        assertThat(wanted().isSelected()).isTrue();
        snapshot("settings-by-meaning");

        onFx(wanted()::fire);
        assertThat(ByMeaning.isWanted(settings())).isFalse();

        show(call(() -> new VBox(card(Optional.of(ENCODER), settings()))));
        assertThat(wanted().isSelected()).isFalse();
        onFx(wanted()::fire);
        assertThat(ByMeaning.isWanted(settings())).isTrue();
    }

    @Test
    void whereItCannotBeHadTheCardSaysSo() {
        show(call(() -> new VBox(card(Optional.empty(), settings()))));
        snapshot("settings-by-meaning-unavailable");

        assertThat(wanted().isDisabled()).isTrue();
        assertThat(wanted().isSelected()).isFalse();
        assertThat(robot.lookup("#hint").<Label>query().getText()).isEqualTo(texts.get("knowledge.by_meaning.unavailable"));
        assertThat(ByMeaning.isWanted(settings())).as("the choice stays for another computer").isTrue();
    }
}
