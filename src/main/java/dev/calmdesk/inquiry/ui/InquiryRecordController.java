package dev.calmdesk.inquiry.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.inquiry.Inquiry;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows what was asked and answered.
public final class InquiryRecordController {

    @FXML private VBox facts;

    private final InquiryRecordViewModel model;
    private final Names names;
    private final Texts texts;

    /// How codes are called.
    public record Names(UnaryOperator<String> category, UnaryOperator<String> product) {}

    public InquiryRecordController(InquiryRecordViewModel model, Names names, Texts texts) {
        this.model = model;
        this.names = names;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        model.inquiryProperty().subscribe(this::show);
    }

    private void show(@Nullable Inquiry inquiry) {
        facts.getChildren().clear();
        if (inquiry == null) {
            return;
        }
        add("question", inquiry.question());
        add("details", inquiry.details());
        add("category", inquiry.category() == null ? null : names.category().apply(inquiry.category()));
        add("sku", inquiry.sku() == null ? null : names.product().apply(inquiry.sku()));
        add("answer", inquiry.answer());
        add("cannot_because", inquiry.cannotBecause());
        add("understood", inquiry.understood() == null ? null : texts.name(inquiry.understood()));
        add("anything_else", inquiry.anythingElse());
        add("solved", inquiry.solved() == null ? null : texts.name(inquiry.solved()));
        add("remark", inquiry.remark());
    }

    private void add(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            var label = new Label(texts.get("field.inquiry." + field));
            label.getStyleClass().add("field-label");
            var text = new Label(value);
            text.setWrapText(true);
            facts.getChildren().add(new VBox(2, label, text));
        }
    }
}
