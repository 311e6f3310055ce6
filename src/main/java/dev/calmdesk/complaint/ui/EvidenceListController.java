package dev.calmdesk.complaint.ui;

import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import dev.calmdesk.fx.control.Pill;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The files that prove something.
final class EvidenceListController {

    @FXML private Pill count;
    @FXML private Label hint;
    @FXML private FlowPane files;

    private final ComplaintViewModel model;
    private final EvidenceViewModel evidence;

    EvidenceListController(ComplaintViewModel model) {
        this.model = model;
        this.evidence = model.record().evidence();
    }

    @FXML
    private void initialize() {
        hint.setText(model.hand().texts().get("complaint.evidence.hint", evidence.mostMegabytes()));
        evidence.items().addListener((Observable changed) -> show());
        show();
    }

    private void show() {
        count.setText(model.hand().texts().get("complaint.evidence.count", evidence.items().size()));
        files.getChildren().setAll(evidence.items().stream().map(this::file).toList());
        files.setVisible(!evidence.items().isEmpty());
        files.setManaged(files.isVisible());
    }

    private HBox file(EvidenceViewModel.Item item) {
        var name = new Button(item.name());
        name.getStyleClass().addAll("quiet", "small");
        name.setDisable(item.isNotHere());
        name.setAccessibleText(model.hand().texts().get("complaint.evidence.open_named", item.name()));
        name.setOnAction(pressed -> evidence.open(item));
        var size = new Label(item.size());
        size.getStyleClass().addAll("tiny", "muted");
        var remove = new Button();
        remove.setGraphic(new FontIcon(Feather.X));
        remove.getStyleClass().addAll("quiet", "icon-only");
        remove.setAccessibleText(model.hand().texts().get("complaint.evidence.remove", item.name()));
        remove.setOnAction(pressed -> evidence.remove(item.id()));
        var file = new HBox(6, new FontIcon(Feather.PAPERCLIP), name, size, remove);
        file.getStyleClass().add("file");
        file.setAlignment(Pos.CENTER_LEFT);
        return file;
    }

    @FXML
    private void choose() {
        evidence.choose();
    }
}
