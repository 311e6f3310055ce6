package dev.calmdesk.complaint.ui;

import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Attempts to reach the customer.
final class TryListController {

    @FXML private Label left;
    @FXML private VBox rows;
    @FXML private Button missed;

    private final ComplaintViewModel model;
    private final FollowUpViewModel followUp;

    TryListController(ComplaintViewModel model) {
        this.model = model;
        this.followUp = model.followUp();
    }

    @FXML
    private void initialize() {
        left.textProperty().bind(followUp.triesLeftProperty());
        missed.disableProperty().bind(model.field(FollowUpViewModel.TRY_REASON).map(String::isBlank));
        followUp.tries().addListener((Observable changed) -> show());
        show();
    }

    private void show() {
        WorkRow.show(rows, followUp.tries().stream()
                .map(tried -> new WorkRow(tried.text(), "", tried.time(), tried.signal()))
                .toList());
    }

    @FXML
    private void reached() {
        followUp.reached();
    }

    @FXML
    private void missed() {
        followUp.missed();
    }
}
