package dev.calmdesk.complaint.ui;

import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/// What the customer was promised.
final class PromiseListController {

    @FXML private VBox rows;

    private final ComplaintViewModel model;
    private final PromisesViewModel promises;

    PromiseListController(ComplaintViewModel model) {
        this.model = model;
        this.promises = model.resolve().promises();
    }

    @FXML
    private void initialize() {
        promises.items().addListener((Observable changed) -> show());
        show();
    }

    private void show() {
        WorkRow.show(rows, promises.items().stream().map(this::row).toList());
    }

    private WorkRow row(PromisesViewModel.Item item) {
        var row = new WorkRow(item.text(), item.due(), item.state(), item.signal());
        return item.isOpen()
                ? row.offering(model.hand().texts().get("complaint.promise.kept"), () -> promises.keep(item.id()))
                : row;
    }

    @FXML
    private void make() {
        promises.make();
    }
}
