package dev.calmdesk.frame.ui;

import dev.calmdesk.fx.control.KeyHint;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All shortcuts on one sheet (F1).
final class KeysController {

    private static final KeyGroup EVERYWHERE = new KeyGroup(
            "frame.keys.everywhere",
            List.of(
                    new KeyGroup.Key("F1", "frame.command.keys"),
                    new KeyGroup.Key("F2", "frame.command.phone"),
                    new KeyGroup.Key("Shift F2", "frame.command.chat"),
                    new KeyGroup.Key("F4", "frame.command.mail"),
                    new KeyGroup.Key("F3", "frame.command.dock"),
                    new KeyGroup.Key("F9", "frame.command.practise"),
                    new KeyGroup.Key("Ctrl K", "frame.keys.find"),
                    new KeyGroup.Key("Ctrl 1 … 9", "frame.keys.places"),
                    new KeyGroup.Key("Alt ←", "frame.keys.back")));

    @FXML private StackPane veil;
    @FXML private HBox groups;
    @FXML private Button close;

    private final FrameViewModel model;

    KeysController(FrameViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        veil.visibleProperty().bind(model.keysShownProperty());
        veil.setOnMousePressed(pressed -> {
            if (pressed.getTarget() == veil) {
                close();
            }
        });
        var all = new ArrayList<KeyGroup>();
        all.add(EVERYWHERE);
        all.addAll(model.screenKeys());
        all.forEach(group -> groups.getChildren().add(column(group)));
    }

    private VBox column(KeyGroup group) {
        var title = new Label(model.texts().get(group.titleKey()));
        title.getStyleClass().add("strong");
        var grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(8);
        var ofKeys = new ColumnConstraints();
        ofKeys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().add(ofKeys);
        for (var i = 0; i < group.keys().size(); i++) {
            var key = group.keys().get(i);
            grid.addRow(i, new KeyHint(key.keys()), new Label(model.texts().get(key.textKey())));
        }
        var column = new VBox(12, title, grid);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    @FXML
    private void close() {
        model.keysShownProperty().set(false);
    }
}
