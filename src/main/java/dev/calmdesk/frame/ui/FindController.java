package dev.calmdesk.frame.ui;

import dev.calmdesk.fx.control.SearchBox;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The results under the field of “find anything”.
final class FindController {

    private static final double ROW = 42;
    private static final double HEADING = 30;
    private static final double TALLEST = 460;
    private static final double WIDTH = 520;

    /// Of the hint at the usual size of text.
    private static final double FONT = 12;

    @FXML private VBox panel;
    @FXML private ListView<FindRow> results;
    @FXML private Label nothing;
    @FXML private Label hint;

    private final FindViewModel model;

    FindController(FindViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        panel.visibleProperty().bind(model.openProperty());
        panel.setPrefWidth(WIDTH);
        results.setItems(model.rows());
        results.setCellFactory(list -> new FindCell(model::open));
        results.managedProperty().bind(results.visibleProperty());
        model.rows().subscribe(this::size);
        hint.fontProperty().subscribe((before, now) -> size());
        model.markedProperty().subscribe(index -> {
            results.getSelectionModel().clearAndSelect(index.intValue());
            results.scrollTo(Math.max(0, index.intValue() - 1));
        });
        nothing.textProperty().bind(model.nothingProperty());
        nothing.visibleProperty().bind(nothing.textProperty().isNotEmpty());
        nothing.managedProperty().bind(nothing.visibleProperty());
    }

    /// As tall as its rows, up to a limit.
    private void size() {
        var height = model.rows().stream().mapToDouble(row -> row instanceof FindRow.Heading ? HEADING : ROW).sum();
        results.setVisible(height > 0);
        results.setPrefHeight(Math.min(TALLEST, height * hint.getFont().getSize() / FONT + 2));
    }

    /// The results are as wide as the field at least.
    void follow(SearchBox field) {
        panel.minWidthProperty().bind(field.widthProperty());
    }

    Region panel() {
        return panel;
    }
}
