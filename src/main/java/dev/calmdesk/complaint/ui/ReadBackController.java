package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.control.Columns;
import dev.calmdesk.fx.control.Pill;
import javafx.fxml.FXML;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// What is read back to the customer, and that the complaint is taken on.
final class ReadBackController {

    @FXML private VBox readBack;
    @FXML private Pill readBackAt;
    @FXML private Pill changed;
    @FXML private TextArea text;
    @FXML private Pill acknowledgedAt;
    @FXML private Columns acknowledgement;

    private final ComplaintViewModel model;

    ReadBackController(ComplaintViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        var record = model.record();
        readBackAt.textProperty().bind(record.readBackAtProperty());
        StepFields.showWhileSaid(readBackAt, readBackAt.textProperty());
        StepFields.showWhile(changed, record.changedSinceReadBackProperty());
        acknowledgedAt.textProperty().bind(record.acknowledgedAtProperty());
        StepFields.showWhileSaid(acknowledgedAt, acknowledgedAt.textProperty());
        StepFields.showWhile(acknowledgement, model.field(RecordViewModel.ACKNOWLEDGED).map("true"::equals));
    }
}
