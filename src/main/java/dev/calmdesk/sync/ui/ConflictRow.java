package dev.calmdesk.sync.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A conflict as the list shows it.
final class ConflictRow extends VBox {

    private final Label title = new Label();
    private final Label summary = new Label();

    ConflictRow() {
        super(2);
        title.setWrapText(true);
        summary.setWrapText(true);
        summary.getStyleClass().addAll("small", "muted");
        getChildren().addAll(title, summary);
    }

    void show(ConflictItem item) {
        title.setText(Unbroken.numbers(item.title()));
        summary.setText(item.summary());
    }
}
