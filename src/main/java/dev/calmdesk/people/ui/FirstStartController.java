package dev.calmdesk.people.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.people.People;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/// The form in which a new store gets its first person.
final class FirstStartController {

    @FXML private TextField number;
    @FXML private TextField name;
    @FXML private PasswordField secret;
    @FXML private PasswordField again;
    @FXML private Label shortest;
    @FXML private Label firstProblem;
    @FXML private Button begin;

    private final SignInViewModel model;
    private final Texts texts;

    FirstStartController(SignInViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        shortest.setText(texts.get("people.first.shortest", People.SHORTEST_PASSWORD));
        firstProblem.textProperty().bind(model.problemProperty());
        firstProblem.visibleProperty().bind(firstProblem.textProperty().isNotEmpty());
        firstProblem.managedProperty().bind(firstProblem.visibleProperty());
        begin.disableProperty().bind(model.busyProperty());
        Enter.submits(number, name::requestFocus);
        Enter.submits(name, secret::requestFocus);
        Enter.submits(secret, again::requestFocus);
        Enter.submits(again, this::begin);
    }

    void focus() {
        number.requestFocus();
    }

    @FXML
    private void begin() {
        model.addFirst(number.getText(), name.getText(), secret.getText(), again.getText());
    }
}
