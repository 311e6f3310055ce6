package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.fx.Theme.Tone;
import dev.calmdesk.fx.Views;
import dev.calmdesk.support.FxTest;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The five steps as they look; the pictures in target/screens are there to be looked at. The panel has the width that
/// customer and knowledge leave it in a window of 1280 and of 1440 pixels.
class ComplaintPicturesTest extends FxTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"LIGHT, zh-CN, 550, 470", "LIGHT, zh-CN, 710, 760", "DARK, zh-CN, 710, 760", "LIGHT, en, 710, 760", "LIGHT, en, 550, 470"})
    void everyStepIsDrawn(Tone tone, String language, int width, int height) throws Exception {
        try (var desk = call(() -> new ComplaintDesk(folder, Locale.forLanguageTag(language)))) {
            var panel = call(() -> {
                theme.use(tone);
                desk.classified();
                new ComplaintStory(desk).resolving();
                var loaded = ComplaintPanel.load(new Views(desk.texts), desk.model);
                return (Parent) new StackPane(loaded.root());
            });
            panel.getStyleClass().add("screen");
            for (var step : ComplaintStep.values()) {
                onFx(() -> desk.model.goTo(step));
                var name = "complaint-%s-%s-%s-%d".formatted(step.code(), tone.name().toLowerCase(Locale.ROOT), language, width);
                assertThat(picture(panel, width, height, name)).isNotEmptyFile();
            }
        }
    }

    /// Everything a step has, in one long picture.
    @ParameterizedTest
    @CsvSource({"LIGHT, zh-CN", "DARK, zh-CN", "LIGHT, en", "LIGHT, zh-TW"})
    void everyStepIsDrawnInFull(Tone tone, String language) throws Exception {
        try (var desk = call(() -> new ComplaintDesk(folder, Locale.forLanguageTag(language)))) {
            var panel = call(() -> {
                theme.use(tone);
                desk.classified();
                new ComplaintStory(desk).resolving();
                return (Parent) new StackPane(ComplaintPanel.load(new Views(desk.texts), desk.model).root());
            });
            panel.getStyleClass().add("screen");
            for (var step : ComplaintStep.values()) {
                onFx(() -> desk.model.goTo(step));
                var name = "complaint-full-%s-%s-%s".formatted(step.code(), tone.name().toLowerCase(Locale.ROOT), language);
                assertThat(picture(panel, 740, 1500, name)).isNotEmptyFile();
            }
        }
    }
}
