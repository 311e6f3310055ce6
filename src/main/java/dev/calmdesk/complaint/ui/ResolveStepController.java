package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.FieldBinder;
import dev.calmdesk.fx.control.Pill;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The fourth step: resolve.
final class ResolveStepController {

    /// The blocks of the step, each with the field where it begins.
    private static final List<Map.Entry<String, String>> ANCHORS = List.of(
            Map.entry("complaint.stage.investigation", "investigation.findings"),
            Map.entry("complaint.task.title", "task.answered"),
            Map.entry("complaint.remedy.title", "remedy.settled"),
            Map.entry("complaint.stage.decision", "decision.plan"),
            Map.entry("complaint.promise.title", "new_promise.text"));

    @FXML private VBox root;
    @FXML private FlowPane anchors;
    @FXML private HBox reserved;
    @FXML private Pill investigated;
    @FXML private Pill toldAt;
    @FXML private VBox nextStep;

    private final ComplaintViewModel model;

    ResolveStepController(ComplaintViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        StepFields.bind(root, model);
        var resolve = model.resolve();
        StepFields.showWhile(reserved, resolve.reservedProperty());
        StepFields.showWhile(nextStep, resolve.needsNextStepProperty());
        investigated.textProperty().bind(resolve.investigatedProperty());
        StepFields.showWhileSaid(investigated, investigated.textProperty());
        toldAt.textProperty().bind(resolve.toldAtProperty());
        StepFields.showWhileSaid(toldAt, toldAt.textProperty());
        anchors.getChildren().setAll(ANCHORS.stream().map(this::anchor).toList());
    }

    private Button anchor(Map.Entry<String, String> block) {
        var button = new Button(model.hand().texts().get(block.getKey()));
        button.getStyleClass().setAll("button", "chip");
        button.setMnemonicParsing(false);
        button.setOnAction(pressed -> FieldBinder.focus(root, block.getValue()));
        return button;
    }
}
