package dev.calmdesk.complaint.ui;

import java.io.File;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;

/// The second step: record. Files may be dropped anywhere on it.
final class RecordStepController {

    @FXML private VBox root;
    @FXML private MenuButton happenedPicks;
    @FXML private Label recognised;

    private final ComplaintViewModel model;
    private final RecordViewModel record;

    RecordStepController(ComplaintViewModel model) {
        this.model = model;
        this.record = model.record();
    }

    @FXML
    private void initialize() {
        StepFields.bind(root, model);
        recognised.textProperty().bind(record.recognisedProperty().map(words ->
                words.isEmpty() ? "" : model.hand().texts().get("complaint.record.recognised", words)));
        happenedPicks.setOnShowing(showing -> fillPicks());
        fillPicks();
        root.setOnDragOver(this::welcome);
        root.setOnDragDropped(this::dropped);
    }

    private void fillPicks() {
        happenedPicks.getItems().setAll(record.happenedPicks().stream()
                .map(pick -> {
                    var item = new MenuItem(pick.label());
                    item.setOnAction(chosen -> record.happened(pick));
                    return item;
                })
                .toList());
    }

    private void welcome(DragEvent drag) {
        if (drag.getDragboard().hasFiles()) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    private void dropped(DragEvent drag) {
        record.evidence().add(drag.getDragboard().getFiles().stream().map(File::toPath).toList());
        drag.setDropCompleted(true);
        drag.consume();
    }
}
