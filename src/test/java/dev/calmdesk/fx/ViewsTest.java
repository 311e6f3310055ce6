package dev.calmdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.support.FxTest;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class ViewsTest extends FxTest {

    /// The view includes another one.
    static final class OuterController {
        @FXML
        private Label title;

        @FXML
        private InnerController partController;
    }

    static final class InnerController {
        private final String shared;

        @FXML
        private Label word;

        InnerController(String shared) {
            this.shared = shared;
        }

        @FXML
        private void initialize() {
            word.setText(shared);
        }
    }

    static final class NowhereController {}

    static final class Misnamed {}

    @Test
    void aViewAndItsPartsGetTheirControllersFromOneMapAndTheirWordsFromTheBundle() {
        var loaded = call(() -> new Views(texts)
                .load(
                        OuterController.class,
                        Map.of(OuterController.class, OuterController::new, InnerController.class, () ->
                                new InnerController("shared"))));

        assertThat(loaded.controller().title.getText()).isEqualTo(texts.get("fx.dialog.read"));
        assertThat(loaded.controller().partController.word.getText()).isEqualTo("shared");
    }

    @Test
    void aControllerNobodyRegisteredIsAnError() {
        assertThatThrownBy(() -> new Views(texts)
                        .load(OuterController.class, Map.of(OuterController.class, OuterController::new)))
                .rootCause()
                .hasMessageContaining("InnerController");
    }

    @Test
    void aControllerWithoutViewOrSuffixIsAnError() {
        var views = new Views(texts);
        assertThatThrownBy(() -> views.load(NowhereController.class, Map.of())).hasMessageContaining("Nowhere.fxml");
        assertThatThrownBy(() -> views.load(Misnamed.class, Map.of())).hasMessageContaining("Controller");
    }
}
