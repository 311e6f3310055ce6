package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.fx.Theme.Tone;
import dev.calmdesk.fx.Views;
import dev.calmdesk.support.FxTest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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
    @CsvSource({
        "LIGHT, zh-CN, 550, 470", "LIGHT, zh-CN, 710, 760", "DARK, zh-CN, 710, 760", "LIGHT, en, 550, 470",
        "LIGHT, en, 710, 760"
    })
    void everyStepIsDrawn(Tone tone, String language, int width, int height) throws Exception {
        draw(tone, language, width, height, "%d".formatted(width));
    }

    /// Everything a step has, in one long picture.
    @ParameterizedTest
    @CsvSource({"LIGHT, zh-CN", "DARK, zh-CN", "LIGHT, zh-TW", "LIGHT, en"})
    void everyStepIsDrawnInFull(Tone tone, String language) throws Exception {
        draw(tone, language, 740, 1500, "full");
    }

    /// The states that a quiet case does not show.
    @ParameterizedTest
    @CsvSource({"LIGHT, zh-CN", "DARK, zh-CN", "LIGHT, en"})
    void troubleIsDrawn(Tone tone, String language) throws Exception {
        onFx(() -> theme.use(tone));
        try (var desk = new ComplaintDesk(folder, Locale.forLanguageTag(language))) {
            desk.soothed();
            desk.others("L260911-1", 6);
            desk.type(Map.of(
                    "account.happened_at", "11-21 19:30 左右", "account.sku", "10442", "account.batch", "L260911-1",
                    "account.not_known", "account.place", "account.event", "喝了两口发现发酸，孩子肚子不舒服"));
            desk.evidence("瓶身照片.jpg", 48_000);
            desk.evidence("絮状物.jpg", 3_400_000);
            draw(desk, ComplaintStep.RECORD, tone, 710, 760, "trouble", true);
        }
        try (var desk = new ComplaintDesk(folder, Locale.forLanguageTag(language))) {
            desk.recorded();
            desk.type(Map.of(
                    "assessment.category", "food-safety/off-taste", "assessment.harm", "discomfort",
                    "assessment.people", "vulnerable", "assessment.severity", "S2", "assessment.grade", "COMPLEX"));
            draw(desk, ComplaintStep.CLASSIFY, tone, 710, 900, "trouble", true);
        }
        try (var desk = new ComplaintDesk(folder, Locale.forLanguageTag(language))) {
            desk.classified();
            new ComplaintStory(desk).resolving();
            desk.type(Map.of(
                    "new_remedy.type", "REFUND", "new_remedy.amount", "500", "new_task.ask", "出具可以告知客户的检测说明",
                    "decision.answer", "REJECTED"));
            desk.model.resolve().remedies().proposingProperty().set(true);
            desk.model.resolve().tasks().askingProperty().set(true);
            draw(desk, ComplaintStep.RESOLVE, tone, 710, 1700, "trouble", true);
        }
    }

    /// What is suggested from closed cases and from listed words, and reasons to raise; the widths are those of windows of
    /// 1280, 1440 and 1920 pixels.
    @ParameterizedTest
    @CsvSource({
        "LIGHT, zh-CN, 550, 560", "DARK, zh-CN, 550, 560", "LIGHT, zh-CN, 710, 760", "DARK, zh-CN, 710, 760",
        "LIGHT, zh-CN, 1190, 940", "DARK, zh-CN, 1190, 940", "LIGHT, en, 550, 760", "LIGHT, zh-TW, 710, 760"
    })
    void suggestionsAreDrawn(Tone tone, String language, int width, int height) throws Exception {
        onFx(() -> theme.use(tone));
        try (var desk = new ComplaintDesk(folder, Locale.forLanguageTag(language))) {
            desk.closedBefore(400);
            desk.recorded();
            desk.office.suggestions.note(
                    desk.office.lin, desk.subject.id(), desk.office.suggestions.category("喝着有股酸味还有絮状"),
                    "food-safety/off-taste");
            draw(desk, ComplaintStep.CLASSIFY, tone, width, height, "learned-" + width, false);
            desk.type("assessment.category", "food-safety/off-taste");
            draw(desk, ComplaintStep.CLASSIFY, tone, width, height, "learned-taken-" + width, false);
        }
        try (var desk = new ComplaintDesk(folder, Locale.forLanguageTag(language))) {
            desk.recorded();
            draw(desk, ComplaintStep.CLASSIFY, tone, width, height, "listed-" + width, false);
        }
    }

    private void draw(ComplaintDesk desk, ComplaintStep step, Tone tone, int width, int height, String kind, boolean finish) {
        var panel = call(() -> {
            desk.model.goTo(step);
            var root = new StackPane(ComplaintPanel.load(new Views(desk.texts), desk.model).root());
            root.getStyleClass().add("screen");
            if (finish) {
                desk.model.finish();
            }
            return root;
        });
        var name = "complaint-%s-%s-%s-%s".formatted(
                kind, step.code(), tone.name().toLowerCase(Locale.ROOT), desk.texts.language().toLanguageTag());
        assertThat(picture(panel, width, height, name)).isNotEmptyFile();
    }

    private void draw(Tone tone, String language, int width, int height, String kind) throws Exception {
        try (var desk = new ComplaintDesk(folder, Locale.forLanguageTag(language))) {
            desk.classified();
            new ComplaintStory(desk).resolving();
            onFx(() -> theme.use(tone));
            for (var step : ComplaintStep.values()) {
                draw(desk, step, tone, width, height, kind, false);
            }
        }
    }
}
