package dev.calmdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.FxTest;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every control on one sheet, in both tones; the pictures are there to be looked at.
class GalleryTest extends FxTest {

    @ParameterizedTest
    @EnumSource
    void everyControlIsDrawn(Theme.Tone tone) {
        var gallery = call(() -> {
            theme.use(tone);
            return new Views(texts).load(GalleryController.class, Map.of(GalleryController.class, GalleryController::new));
        });
        call(() -> {
            gallery.root().lookup("#batch").pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
            return true;
        });

        var picture = picture(gallery.root(), 1440, 1000, "gallery-" + tone.name().toLowerCase(Locale.ROOT));

        assertThat(picture).isNotEmptyFile();
    }
}
