package dev.calmdesk.inquiry.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.FactGrid;
import dev.calmdesk.fx.control.FactGrid.Fact;
import dev.calmdesk.fx.control.Stepper;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows what was asked, what was answered and how it ended.
public final class InquiryRecordController {

    @FXML private VBox recordRoot;
    @FXML private Stepper steps;
    @FXML private Label question;
    @FXML private FactGrid asked;
    @FXML private Label answer;
    @FXML private FactGrid answered;
    @FXML private VBox resultCard;
    @FXML private FactGrid result;

    private final InquiryRecordViewModel model;
    private final Texts texts;

    public InquiryRecordController(InquiryRecordViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        resultCard.managedProperty().bind(resultCard.visibleProperty());
        model.recordProperty().subscribe(this::show);
    }

    private void show(@Nullable InquiryRecord record) {
        recordRoot.setVisible(record != null);
        if (record == null) {
            return;
        }
        if (!steps.getSteps().equals(record.steps())) {
            steps.getSteps().setAll(record.steps());
        }
        show(question, record.question(), "inquiry.sheet.not_asked");
        show(answer, record.answer(), "inquiry.sheet.not_answered");
        show(asked, record.asked());
        show(answered, record.answered());
        show(result, record.result());
        resultCard.setVisible(!record.result().isEmpty());
    }

    private void show(Label label, String text, String emptyKey) {
        var isEmpty = text.isBlank();
        label.setText(isEmpty ? texts.get(emptyKey) : text);
        label.getStyleClass().removeAll("muted");
        if (isEmpty) {
            label.getStyleClass().add("muted");
        }
    }

    private static void show(FactGrid grid, List<Fact> facts) {
        grid.show(facts);
        grid.setVisible(!facts.isEmpty());
        grid.setManaged(!facts.isEmpty());
    }
}
