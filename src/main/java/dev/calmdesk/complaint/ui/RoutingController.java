package dev.calmdesk.complaint.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Offers a complex complaint to somebody who may settle it.
final class RoutingController {

    @FXML private VBox routing;
    @FXML private Label title;
    @FXML private VBox form;
    @FXML private Button withdraw;

    private final ComplaintViewModel model;
    private final RoutingViewModel offers;

    RoutingController(ComplaintViewModel model) {
        this.model = model;
        this.offers = model.classify().routing();
    }

    @FXML
    private void initialize() {
        StepFields.showWhile(routing, offers.neededProperty());
        StepFields.showWhile(form, offers.waitingProperty().not());
        StepFields.showWhile(withdraw, offers.waitingProperty());
        title.textProperty().bind(offers.stateProperty().map(state ->
                state.isEmpty() ? model.hand().texts().get("complaint.routing.title") : state));
    }

    @FXML
    private void offer() {
        offers.offer();
    }

    @FXML
    private void withdraw() {
        offers.withdraw();
    }

    @FXML
    private void noteSummary() {
        offers.noteSummary();
    }
}
