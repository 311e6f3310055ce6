package dev.calmdesk.sync.ui;

import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.sync.SyncState;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The page of what did not get through.
final class ProblemsController {

    @FXML private Pill contact;
    @FXML private Label state;
    @FXML private Button syncNow;
    @FXML private Button exportUnsent;
    @FXML private Label count;
    @FXML private Button export;
    @FXML private VBox cards;
    @FXML private EmptyState nothing;

    private final ProblemsViewModel model;
    private final LineViewModel line;
    private final Runnable settings;

    /// @param settings goes to where a desk joins a hub
    ProblemsController(ProblemsViewModel model, LineViewModel line, Runnable settings) {
        this.model = model;
        this.line = line;
        this.settings = settings;
    }

    @FXML
    private void initialize() {
        exportUnsent.managedProperty().bind(exportUnsent.visibleProperty());
        line.stateProperty().subscribe(this::show);
        model.items().addListener((Observable changed) -> showCards());
        model.loadedProperty().subscribe(this::showCards);
        showCards();
    }

    private void show(SyncState now) {
        contact.show(model.tools().texts().name(now.contact()), StateWords.signal(now));
        state.setText(line.words().full(now));
        syncNow.setVisible(now.isOnNetwork());
        exportUnsent.setVisible(now.waiting() > 0);
    }

    private void showCards() {
        cards.getChildren().setAll(
                model.items().stream().map(item -> new ProblemCard(item, model)).toList());
        count.setText(model.tools().texts().get("sync.problems.count", model.items().size()));
        count.setVisible(!model.items().isEmpty());
        export.setVisible(!model.items().isEmpty());
        nothing.setVisible(model.items().isEmpty() && model.loadedProperty().get());
    }

    void focus() {
        if (syncNow.isVisible()) {
            syncNow.requestFocus();
        }
    }

    @FXML
    private void syncNow() {
        line.syncNow();
    }

    @FXML
    private void toSettings() {
        settings.run();
    }

    @FXML
    private void exportUnsent() {
        model.exportUnsent();
    }

    @FXML
    private void export() {
        model.export();
    }
}
