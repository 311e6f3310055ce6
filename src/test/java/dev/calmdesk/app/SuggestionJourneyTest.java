package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.complaint.SuggestionUse;
import dev.calmdesk.complaint.SuggestionUse.About;
import dev.calmdesk.data.Rows;
import dev.calmdesk.support.ClosedComplaints;
import dev.calmdesk.support.SomeComplaints;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// Classifying by keyboard on a desk that has closed enough complaints to learn from.
class SuggestionJourneyTest extends ComplaintByKeyboard {

    private void enterWithExperience() {
        enter("8051");
        new ClosedComplaints(workspace.database(), person.id(), Instant.now().minusSeconds(30 * 86_400))
                .add(new SomeComplaints(5, 0.03).list(400));
        workspace.learning().learn();
        takeTheCall();
        soothe();
        record();
        await("a category is suggested", () -> suggestions().isVisible() && !suggestions().getChildren().isEmpty());
    }

    private VBox suggestions() {
        return robot.lookup("#suggestions").tryQueryAs(VBox.class).orElseGet(VBox::new);
    }

    private List<SuggestionUse> noted() {
        return workspace.database().read(handle -> Rows.list(handle, SuggestionUse.KIND, "case_id", caseId)).stream()
                .filter(use -> use.about() == About.CATEGORY)
                .toList();
    }

    @Test
    void aSuggestionIsTakenByKeyboardAndTheLogHasIt() {
        enterWithExperience();
        pictures("suggestions");
        assertThat(form("assessment.category")).isEmpty();

        keys(KeyCode.ALT, KeyCode.DIGIT6);
        await("the first is taken", () -> form("assessment.category").equals("food-safety/off-taste"));
        tick("assessment.harm");
        finishTo("resolve");

        await("it is noted", () -> !noted().isEmpty());
        assertThat(noted()).singleElement().satisfies(use -> {
            assertThat(use.basis()).isEqualTo(SuggestionUse.Basis.CASES);
            assertThat(use.offered()).startsWith("food-safety/off-taste");
            assertThat(Integer.parseInt(use.percent().getFirst())).isBetween(1, 100);
            assertThat(use.taken()).isEqualTo(1);
        });
    }

    @Test
    void whoeverChoosesOtherwiseIsNotHinderedAndTheLogHasThatToo() {
        enterWithExperience();
        tabTo("assessment.category");
        keys(KeyCode.DOWN);
        settle();
        tabTo(specificCategory());
        keys(KeyCode.DOWN);
        await("a category is chosen", () -> form("assessment.category").equals("food-safety/foreign-object"));
        tick("assessment.harm");
        finishTo("resolve");

        await("it is noted", () -> !noted().isEmpty());
        assertThat(noted()).singleElement()
                .extracting(SuggestionUse::chosen, SuggestionUse::taken)
                .containsExactly("food-safety/foreign-object", 0);
    }

    @Test
    void aCaseBehindASuggestionOpensToRead() {
        enterWithExperience();
        var link = call(() -> suggestions().lookupAll(".past-case").stream().findFirst().orElseThrow());
        tabTo(link);
        keys(KeyCode.ENTER);

        shown("#page");
        assertThat(call(() -> stage.getScene().getRoot().lookupAll(".button").stream()
                        .map(Button.class::cast)
                        .anyMatch(button -> button.getText().equals("采纳"))))
                .isFalse();
    }

    private Node specificCategory() {
        var category = field("assessment.category");
        return call(() -> category.lookupAll(".combo-box").stream().skip(1).findFirst().orElseThrow());
    }
}
