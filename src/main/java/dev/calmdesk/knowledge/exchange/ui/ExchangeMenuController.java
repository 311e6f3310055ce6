package dev.calmdesk.knowledge.exchange.ui;

import dev.calmdesk.knowledge.exchange.Format;
import javafx.fxml.FXML;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;

/// The menu by which owners of the knowledge take articles in, write them out and publish them.
public final class ExchangeMenuController {

    @FXML private MenuButton exchange;
    @FXML private ProgressIndicator working;

    private final ExchangeViewModel model;

    public ExchangeMenuController(ExchangeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        working.visibleProperty().bind(model.busyProperty());
        exchange.disableProperty().bind(model.busyProperty());
    }

    @FXML
    private void importFile() {
        model.importFile();
    }

    @FXML
    private void importFolder() {
        model.importFolder();
    }

    @FXML
    private void exportXlsx() {
        model.export(Format.XLSX);
    }

    @FXML
    private void exportCsv() {
        model.export(Format.CSV);
    }

    @FXML
    private void exportMarkdown() {
        model.export(Format.MD);
    }

    @FXML
    private void publish() {
        model.publish();
    }
}
