package dev.calmdesk.frame.ui;

import dev.calmdesk.fx.control.Signal;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The lower edge of the window.
final class StatusBarController {

    @FXML private Button connection;
    @FXML private Region connectionDot;
    @FXML private Button attention;
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
        connection.textProperty().bind(model.connectionProperty());
        connection.setMouseTransparent(!model.isShared());
        connection.setFocusTraversable(model.isShared());
        model.connectionSignalProperty().subscribe(signal -> {
            signal.showOn(connectionDot);
            signal.showOn(connection);
        });
        attention.textProperty().bind(model.attention());
        attention.visibleProperty().bind(attention.textProperty().isNotEmpty());
        attention.managedProperty().bind(attention.visibleProperty());
        recorded.textProperty().bind(model.recordedProperty());
        knowledge.textProperty().bind(model.knowledgeProperty());
        warning.textProperty().bind(model.warning());
        warning.visibleProperty().bind(warning.textProperty().isNotEmpty());
        warning.managedProperty().bind(warning.visibleProperty());
        saved.textProperty().bind(model.saved());
        model.savingFailsProperty().subscribe(fails -> (fails ? Signal.LATE : Signal.NEUTRAL).showOn(saved));
        version.setText("v" + model.version());
    }

    @FXML
    private void openProblems() {
        model.openProblems();
    }

    @FXML
    private void openAttention() {
        model.openAttention();
    }
}
