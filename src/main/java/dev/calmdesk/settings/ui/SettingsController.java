package dev.calmdesk.settings.ui;

import dev.calmdesk.fx.Appearance;
import dev.calmdesk.fx.AppearanceChoices;
import dev.calmdesk.fx.control.SegmentedChoice;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The choices of this desk, each in force at once.
public final class SettingsController {

    @FXML private SegmentedChoice language;
    @FXML private SegmentedChoice look;
    @FXML private SegmentedChoice textSize;
    @FXML private Label deskCode;
    @FXML private Label folder;
    @FXML private Button copyFolder;
    @FXML private VBox hub;
    @FXML private VBox search;
    @FXML private VBox backupCard;
    @FXML private Button backUp;
    @FXML private FlowPane backups;
    @FXML private Label noBackups;
    @FXML private PasswordController passwordController;

    private final SettingsViewModel model;
    private final Appearance appearance;

    private SettingsController(SettingsViewModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
    }

    /// How to make the controllers of this screen's tree.
    public static Map<Class<?>, Supplier<?>> controllers(SettingsViewModel model, Appearance appearance) {
        return Map.of(
                SettingsController.class, () -> new SettingsController(model, appearance),
                PasswordController.class, () -> new PasswordController(model),
                AboutController.class, () -> new AboutController(model));
    }

    @FXML
    private void initialize() {
        AppearanceChoices.language(language, appearance);
        AppearanceChoices.look(look, appearance, model.texts());
        AppearanceChoices.textSize(textSize, appearance);
        deskCode.textProperty().bind(model.deskCodeProperty());
        folder.setText(model.folder());
        copyFolder.setVisible(model.isInFiles());
        backupCard.setVisible(model.isInFiles());
        backupCard.setManaged(model.isInFiles());
        hub.managedProperty().bind(Bindings.isNotEmpty(hub.getChildren()));
        search.managedProperty().bind(Bindings.isNotEmpty(search.getChildren()));
        backUp.disableProperty().bind(model.busyProperty());
        model.backups().subscribe(this::showBackups);
        showBackups();
    }

    /// Shows the cards that tell of this desk's hub.
    public void setHub(Parent... cards) {
        hub.getChildren().setAll(cards);
    }

    /// Shows the card in which it is chosen how to search.
    public void setSearch(Parent card) {
        search.getChildren().setAll(card);
    }

    private void showBackups() {
        backups.getChildren().setAll(model.backups().stream().map(SettingsController::backup).toList());
        noBackups.setVisible(model.backups().isEmpty());
        noBackups.setManaged(noBackups.isVisible());
    }

    private static Label backup(String time) {
        var label = new Label(time);
        label.getStyleClass().add("pill");
        return label;
    }

    /// Puts the focus on the first choice.
    public void focus() {
        language.requestFocus();
    }

    /// Puts the focus where a password is changed.
    public void focusPassword() {
        passwordController.focus();
    }

    @FXML
    private void copyFolder() {
        model.copyFolder();
    }

    @FXML
    private void backUp() {
        model.backUp();
    }
}
