package dev.calmdesk.settings.ui;

import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.people.People;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/// The card in which a person changes their own password.
final class PasswordController {

    @FXML private PasswordField current;
    @FXML private PasswordField fresh;
    @FXML private PasswordField again;
    @FXML private Label shortest;
    @FXML private Label problem;
    @FXML private Button change;

    private final SettingsViewModel model;

    PasswordController(SettingsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        current.textProperty().bindBidirectional(model.currentProperty());
        fresh.textProperty().bindBidirectional(model.freshProperty());
        again.textProperty().bindBidirectional(model.againProperty());
        shortest.setText(model.texts().get("settings.password.shortest", People.SHORTEST_PASSWORD));
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        change.disableProperty().bind(model.busyProperty());
        Enter.submits(current, fresh::requestFocus);
        Enter.submits(fresh, again::requestFocus);
        Enter.submits(again, model::changePassword);
    }

    void focus() {
        current.requestFocus();
    }

    @FXML
    private void change() {
        model.changePassword();
    }
}
