package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Stands in the place of the sign-in when the store does not open.
public final class StartProblemController {

    @FXML private Label what;
    @FXML private Label folder;
    @FXML private HBox actions;
    @FXML private Button tryAgain;
    @FXML private Button restore;
    @FXML private VBox question;
    @FXML private Label questionText;
    @FXML private Label note;

    private final StartProblemViewModel model;
    private final Texts texts;

    public StartProblemController(StartProblemViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        what.setText(model.what());
        folder.setText(model.folder());
        actions.disableProperty().bind(model.busyProperty());
        restore.textProperty().bind(model.backupTimeProperty().map(time -> texts.get("frame.start.restore", time)));
        restore.visibleProperty().bind(model.backupTimeProperty().isNotEmpty());
        restore.managedProperty().bind(restore.visibleProperty());
        questionText.textProperty().bind(model.backupTimeProperty().map(time ->
                texts.get("frame.start.restore_question", time)));
        question.visibleProperty().bind(model.askingProperty());
        question.managedProperty().bind(question.visibleProperty());
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
    }

    /// Puts the focus on the first way out.
    public void focus() {
        tryAgain.requestFocus();
    }

    @FXML
    private void tryAgain() {
        model.tryAgain();
    }

    @FXML
    private void askToRestore() {
        model.askToRestore();
    }

    @FXML
    private void restore() {
        model.restore();
    }

    @FXML
    private void keepAsItIs() {
        model.keepAsItIs();
    }

    @FXML
    private void openFolder() {
        model.openFolder();
    }

    @FXML
    private void copyDetails() {
        model.copyDetails();
    }

    @FXML
    private void quit() {
        model.quit();
    }
}
