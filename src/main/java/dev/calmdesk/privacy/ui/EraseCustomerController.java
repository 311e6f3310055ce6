package dev.calmdesk.privacy.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.Message;
import dev.calmdesk.privacy.Erasures.Preview;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Says what would go, asks for the reason, asks once more, and erases.
public final class EraseCustomerController {

    @FXML private Button begin;
    @FXML private VBox form;
    @FXML private Label goes;
    @FXML private Label blocked;
    @FXML private TextField reason;
    @FXML private Button erase;

    private final EraseCustomerViewModel model;
    private final Texts texts;
    private final Dialogs dialogs;

    public EraseCustomerController(EraseCustomerViewModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        java.util.List.of(begin, form, blocked).forEach(EraseCustomerController::hideWithoutGap);
        model.previewProperty().subscribe(this::show);
        reason.textProperty().bindBidirectional(model.reasonProperty());
        erase.disableProperty().bind(model.readyProperty().not());
    }

    private static void hideWithoutGap(Node node) {
        node.managedProperty().bind(node.visibleProperty());
    }

    private void show(@Nullable Preview preview) {
        begin.setVisible(preview == null);
        form.setVisible(preview != null);
        if (preview != null) {
            goes.setText(texts.get(
                    "privacy.erase.goes", preview.numbers(), preview.purchases(), preview.cases(), preview.contacts(),
                    preview.evidence(), preview.drafts()));
            blocked.setVisible(preview.openCases() > 0);
            blocked.setText(texts.get("privacy.problem.open_cases", preview.openCases()));
            reason.requestFocus();
        }
    }

    @FXML
    private void begin() {
        model.begin();
    }

    @FXML
    private void cancel() {
        model.cancel();
        begin.requestFocus();
    }

    @FXML
    private void erase() {
        dialogs.confirm(Message.of("privacy.erase.title", "privacy.erase.question"), "privacy.erase.act", model::erase);
    }
}
