package dev.calmdesk.frame.ui;

import dev.calmdesk.fx.control.Signal;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The lower edge of the window.
final class StatusBarController {

    @FXML private Label connection;
    @FXML private Region connectionDot;
    @FXML private Label recorded;
    @FXML private Label knowledge;
    @FXML private Label warning;
    @FXML private Label saved;
    @FXML private Label version;

    private final StatusViewModel model;

    StatusBarController(StatusViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        connection.setText(model.connection());
        (model.isPractice() ? Signal.SOON : Signal.NEUTRAL).showOn(connectionDot);
        recorded.textProperty().bind(model.recordedProperty());
        knowledge.textProperty().bind(model.knowledgeProperty());
        warning.textProperty().bind(model.warning());
        warning.visibleProperty().bind(warning.textProperty().isNotEmpty());
        warning.managedProperty().bind(warning.visibleProperty());
        saved.textProperty().bind(model.saved());
        model.savingFailsProperty().subscribe(fails -> (fails ? Signal.LATE : Signal.NEUTRAL).showOn(saved));
        version.setText("v" + model.version());
    }
}
