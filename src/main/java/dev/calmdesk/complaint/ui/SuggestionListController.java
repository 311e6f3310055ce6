package dev.calmdesk.complaint.ui;

import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The suggested categories.
final class SuggestionListController {

    @FXML private VBox root;
    @FXML private Label basis;
    @FXML private Label fared;
    @FXML private VBox suggestions;

    private final ComplaintViewModel model;
    private final SuggestionsViewModel suggested;

    SuggestionListController(ComplaintViewModel model) {
        this.model = model;
        this.suggested = model.classify().suggestions();
    }

    @FXML
    private void initialize() {
        basis.textProperty().bind(suggested.basisProperty());
        fared.textProperty().bind(suggested.faredProperty());
        StepFields.showWhileSaid(root, suggested.basisProperty());
        suggested.rows().addListener((Observable changed) -> show());
        show();
    }

    private void show() {
        var rows = suggested.rows();
        SuggestionRow.replace(suggestions, IntStream.range(0, rows.size())
                .mapToObj(at -> new SuggestionRow(rows.get(at), () -> suggested.take(at + 1), model.hand()::look))
                .toList());
    }
}
