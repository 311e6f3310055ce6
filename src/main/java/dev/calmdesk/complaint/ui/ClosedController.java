package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.control.Enter;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// How the case was closed, and the way to open it again.
final class ClosedController {

    @FXML private VBox closed;
    @FXML private Label when;
    @FXML private TextField reason;

    private final FollowUpViewModel followUp;

    ClosedController(ComplaintViewModel model) {
        this.followUp = model.followUp();
    }

    @FXML
    private void initialize() {
        StepFields.showWhileSaid(closed, followUp.closedProperty());
        when.textProperty().bind(followUp.closedProperty());
        Enter.submits(reason, this::reopen);
    }

    @FXML
    private void reopen() {
        followUp.reopen();
    }
}
