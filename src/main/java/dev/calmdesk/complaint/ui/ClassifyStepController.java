package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.Severity;
import dev.calmdesk.complaint.ui.ClassifyViewModel.Suggestion;
import dev.calmdesk.fx.control.FieldHead;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.TreeChoice;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The third step: classify.
final class ClassifyStepController {

    @FXML private VBox root;
    @FXML private TreeChoice category;
    @FXML private FlowPane known;
    @FXML private FlowPane facts;
    @FXML private Pill proposed;
    @FXML private Label why;
    @FXML private VBox raises;
    @FXML private VBox override;
    @FXML private SegmentedChoice grade;
    @FXML private Label urgent;

    private final ComplaintViewModel model;
    private final ClassifyViewModel classify;

    ClassifyStepController(ComplaintViewModel model) {
        this.model = model;
        this.classify = model.classify();
    }

    @FXML
    private void initialize() {
        category.setBranches(model.categories());
        facts.getChildren().setAll(classify.facts().stream().map(this::fact).toList());
        StepFields.bind(root, model);
        model.record().sameBatch().addListener((Observable changed) -> showKnown());
        model.field(ClassifyViewModel.BATCH).subscribe((before, now) -> showKnown());
        showKnown();
        classify.proposalProperty().subscribe(proposal -> {
            proposed.setVisible(proposal != null);
            if (proposal != null) {
                var words = model.hand().texts().get(
                        "complaint.classify.proposed", model.hand().texts().name(proposal.severity()));
                proposed.show(words, signal(proposal.severity()));
            }
        });
        classify.raises().rows().addListener((Observable changed) -> showRaises());
        showRaises();
        why.textProperty().bind(classify.whyProperty());
        StepFields.showWhile(override, classify.overriddenProperty());
        StepFields.showWhile(urgent, classify.urgentProperty());
        grade.disableProperty().bind(classify.gradeFixedProperty());
    }

    static Signal signal(Severity severity) {
        return switch (severity) {
            case S1 -> Signal.LATE;
            case S2 -> Signal.SOON;
            case S3 -> Signal.INFO;
            case S4 -> Signal.NEUTRAL;
        };
    }

    /// @param row field and name of a fact
    private Node fact(Option row) {
        var head = new FieldHead();
        head.setText(row.label());
        head.setName(row.code());
        var choice = new SegmentedChoice(model.options(row.code()));
        choice.getStyleClass().add("compact");
        choice.setUserData(row.code());
        choice.setClearable(true);
        var field = new VBox(head, choice);
        field.getStyleClass().add("field");
        return field;
    }

    private void showKnown() {
        known.getChildren().setAll(classify.batchSuggestion(model.record().sameBatch().size()).stream()
                .map(this::chip)
                .toList());
        known.setVisible(!known.getChildren().isEmpty());
        known.setManaged(known.isVisible());
    }

    private void showRaises() {
        var rows = classify.raises().rows();
        SuggestionRow.replace(raises, IntStream.range(0, rows.size())
                .mapToObj(at -> new SuggestionRow(rows.get(at), () -> classify.raises().take(at), model.hand()::look))
                .toList());
        raises.setVisible(!rows.isEmpty());
        raises.setManaged(raises.isVisible());
    }

    private Button chip(Suggestion suggestion) {
        var chip = new Button(model.hand().texts().get(
                "complaint.classify.suggestion", suggestion.name(), suggestion.words()));
        chip.getStyleClass().setAll("button", "chip");
        chip.setMnemonicParsing(false);
        chip.setOnAction(pressed -> classify.choose(suggestion));
        return chip;
    }
}
