package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.control.SuggestField;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// Which product it is, where it comes from, and whether others complained about the same batch.
final class RecordProductController {

    @FXML private SuggestField product;
    @FXML private SuggestField batch;
    @FXML private Label batchNote;
    @FXML private HBox sameBatch;
    @FXML private Label sameBatchText;
    @FXML private FlowPane sameBatchNumbers;
    @FXML private Button showSameBatch;

    private final ComplaintViewModel model;
    private final RecordViewModel record;

    RecordProductController(ComplaintViewModel model) {
        this.model = model;
        this.record = model.record();
    }

    @FXML
    private void initialize() {
        product.setLabels(record::productLabel);
        product.setOnTyped(record::offerProducts);
        follow(product, record.productOffers());
        batch.setOnTyped(record::offerBatches);
        follow(batch, record.batchOffers());
        batchNote.textProperty().bind(record.batchNoteProperty());
        StepFields.showWhileSaid(batchNote, batchNote.textProperty());
        StepFields.showWhile(sameBatch, Bindings.isNotEmpty(record.sameBatch()));
        sameBatchNumbers.setVisible(false);
        sameBatchNumbers.managedProperty().bind(sameBatchNumbers.visibleProperty());
        record.sameBatch().addListener((Observable changed) -> showSame());
        showSame();
    }

    private static void follow(
            SuggestField field, javafx.collections.ObservableList<dev.calmdesk.fx.control.Option> offers) {
        offers.addListener((Observable changed) -> field.getSuggestions().setAll(offers));
    }

    private void showSame() {
        var texts = model.hand().texts();
        var count = record.sameBatch().size();
        sameBatchText.setText(texts.get("complaint.record.same_batch_text", model.field(RecordViewModel.BATCH).get(), count));
        showSameBatch.setText(texts.get("complaint.record.same_batch_show", count));
        sameBatchNumbers.getChildren().setAll(record.sameBatch().stream().map(this::number).toList());
    }

    private Label number(String caseNumber) {
        var label = new Label(caseNumber);
        label.getStyleClass().add("small");
        return label;
    }

    @FXML
    private void showSameBatch() {
        sameBatchNumbers.setVisible(!sameBatchNumbers.isVisible());
    }
}
