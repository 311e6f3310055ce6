package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.control.OpenPoints;
import dev.calmdesk.support.FxTest;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The panel in a window: keys, links, what is shown when.
class ComplaintControllerTest extends FxTest {

    @TempDir
    Path folder;

    private ComplaintDesk desk;
    private Parent root;
    private ComplaintController controller;

    @BeforeEach
    void open() {
        desk = new ComplaintDesk(folder);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private void load() {
        var loaded = call(() -> ComplaintPanel.load(new Views(desk.texts), desk.model));
        controller = loaded.controller();
        root = loaded.root();
        show(new StackPane(root));
    }

    private Node named(String field) {
        return root.lookupAll("*").stream()
                .filter(node -> field.equals(node.getUserData()))
                .findFirst()
                .orElseThrow();
    }

    private Node focused() {
        return root.getScene().getFocusOwner();
    }

    @Test
    void emotionIsNotedByOneKeyAndTheActByAnother() {
        load();
        press(root, KeyCode.DIGIT4, Modifier.ALT);
        press(root, KeyCode.DIGIT9, Modifier.ALT);
        press(root, KeyCode.F8);

        assertThat(desk.model.soothe().levelProperty().get()).isEqualTo(4);
        assertThat(desk.typed("soothing.empathy_shown")).isEqualTo("true");
        press(root, KeyCode.ENTER, Modifier.CTRL);
        assertThat(desk.model.stepProperty().get()).isEqualTo(ComplaintStep.RECORD);
    }

    @Test
    void aSuggestionIsTakenByOneKeyInItsStepAlone() {
        load();
        onFx(() -> desk.recorded());
        press(root, KeyCode.DIGIT7, Modifier.ALT);
        assertThat(desk.typed(ClassifyViewModel.CATEGORY)).isEqualTo("food-safety/discomfort");

        onFx(() -> desk.model.goTo(ComplaintStep.RESOLVE));
        press(root, KeyCode.DIGIT6, Modifier.ALT);
        assertThat(desk.typed(ClassifyViewModel.CATEGORY)).isEqualTo("food-safety/discomfort");
    }

    @Test
    void whatIsMissingIsListedMarkedAndOneKeyAway() {
        load();
        onFx(() -> {
            desk.soothed();
            desk.type("account.event", "味道发酸");
        });
        press(root, KeyCode.ENTER, Modifier.CTRL);

        var points = (OpenPoints) root.lookup("#openPoints");
        assertThat(points.isVisible()).isTrue();
        assertThat(points.lookupAll(".hyperlink").stream().map(link -> ((Hyperlink) link).getText()))
                .contains("发生时间", "生产批号", "复述结果", "已告知受理");
        assertThat(named("account.place").getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("error"));

        press(root, KeyCode.F6);
        assertThat(focused()).isSameAs(named("account.happened_at"));
        press(root, KeyCode.F6);
        assertThat(focused()).isSameAs(named("account.place"));
    }

    @Test
    void aPointOfAnotherStepLeadsToThatStep() {
        load();
        onFx(() -> desk.model.goTo(ComplaintStep.FOLLOW_UP));
        press(root, KeyCode.ENTER, Modifier.CTRL);
        assertThat(desk.model.stepProperty().get()).isEqualTo(ComplaintStep.FOLLOW_UP);

        press(root, KeyCode.F6);

        assertThat(desk.model.stepProperty().get()).isEqualTo(desk.model.stepOf(desk.model.missing().getFirst()));
    }

    @Test
    void stepsAreBrowsedWithoutFinishing() {
        load();
        press(root, KeyCode.PAGE_DOWN, Modifier.ALT);
        press(root, KeyCode.PAGE_DOWN, Modifier.ALT);
        press(root, KeyCode.PAGE_UP, Modifier.ALT);

        assertThat(desk.model.stepProperty().get()).isEqualTo(ComplaintStep.RECORD);
        assertThat(((Label) root.lookup("#title")).getText()).isEqualTo("事情经过");
    }

    @Test
    void afterFinishingTheFocusIsWhereTheNextStepBegins() {
        load();
        onFx(() -> {
            desk.model.soothe().note(2);
            desk.model.soothe().calm();
        });
        onFx(() -> named("soothing.line_said").requestFocus());
        press(focused(), KeyCode.ENTER, Modifier.CTRL);

        assertThat(focused()).isSameAs(named("account.happened_at"));
    }

    @Test
    void readingBackShowsTheText() {
        load();
        onFx(() -> {
            desk.soothed();
            desk.type("account.event", "味道发酸");
        });
        press(root, KeyCode.F8);

        assertThat(desk.typed("account.read_back_text")).isEqualTo("经过：味道发酸。");
        assertThat(focused()).isSameAs(named("account.read_back_text"));
    }

    @Test
    void overAuthorityTheButtonAsksForApproval() {
        load();
        onFx(() -> {
            desk.classifiedAsGeneral();
            desk.model.resolve().remedies().proposingProperty().set(true);
            desk.type(Map.of("new_remedy.type", "REFUND", "new_remedy.amount", "100"));
        });
        assertThat(((Button) root.lookup("#propose")).getText()).isEqualTo("提出补救");
        assertThat(root.lookup("#reasonBox").isVisible()).isFalse();

        onFx(() -> desk.type("new_remedy.amount", "500"));
        assertThat(((Button) root.lookup("#propose")).getText()).isEqualTo("申请审批");
        assertThat(root.lookup("#reasonBox").isVisible()).isTrue();
    }

    @Test
    void healthComesFirstWhenSomebodyIsUnwell() {
        load();
        onFx(() -> desk.model.goTo(ComplaintStep.RECORD));
        assertThat(root.lookup("#health").isVisible()).isFalse();

        onFx(() -> desk.type("account.event", "喝完拉肚子"));
        assertThat(root.lookup("#health").isVisible()).isTrue();
        onFx(((Button) root.lookup("#noteDiscomfort"))::fire);
        assertThat(desk.typed("assessment.harm")).isEqualTo("discomfort");
        assertThat(root.lookup("#noteDiscomfort").isVisible()).isFalse();
    }

    @Test
    void theLineToSayStandsBetweenStepsAndForm() {
        load();
        var line = new Label("您好");
        onFx(() -> controller.placeLine(line));

        assertThat(line.getParent().isVisible()).isTrue();
        assertThat(line.localToScene(0, 0).getY()).isLessThan(root.lookup("#card").localToScene(0, 0).getY());
    }

    @Test
    void aClosedCaseOffersOnlyToBeOpenedAgain() {
        load();
        onFx(() -> {
            desk.resolved();
            var remedy = desk.model.resolve().remedies().items().getFirst();
            desk.model.resolve().remedies().proof(remedy.id()).set("TK8821");
            desk.model.resolve().remedies().carryOut(remedy.id());
            desk.model.followUp().reached();
            desk.type(Map.of(
                    "follow_up.received", "YES", "follow_up.satisfaction", "4", "follow_up.root_cause", "unknown",
                    "follow_up.closing_code", "accepted"));
            desk.model.finish();
        });
        assertThat(root.lookup("#closed").isVisible()).isTrue();
        assertThat(root.lookup("#footer").isDisabled()).isTrue();
        assertThat(named("follow_up.customer_words").isDisabled()).isTrue();
    }
}
