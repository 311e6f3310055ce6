package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.control.TreeChoice;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/// The fifth step: follow up, then close.
final class FollowUpStepController {

    @FXML private VBox root;
    @FXML private VBox form;
    @FXML private VBox received;
    @FXML private VBox noRating;
    @FXML private TreeChoice rootCause;

    private final ComplaintViewModel model;

    FollowUpStepController(ComplaintViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        rootCause.setBranches(model.rootCauses());
        StepFields.bind(root, model);
        var followUp = model.followUp();
        StepFields.showWhile(received, followUp.hasRemediesProperty());
        noRating.disableProperty().bind(followUp.ratedProperty());
        form.disableProperty().bind(followUp.closedProperty().map(closed -> !closed.isEmpty()));
    }
}
