package dev.calmdesk.inquiry.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.fx.FieldBinder;
import dev.calmdesk.fx.Nodes;
import dev.calmdesk.fx.SceneKeys;
import dev.calmdesk.fx.control.DueField;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.OpenPoints;
import dev.calmdesk.fx.control.Stepper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows the step of an inquiry that is being worked on.
public final class InquiryController {

    @FXML private VBox root;
    @FXML private Stepper stepper;
    @FXML private Label number;
    @FXML private Parent greetStep;
    @FXML private Parent listenStep;
    @FXML private Parent answerStep;
    @FXML private Parent confirmStep;
    @FXML private Parent recordStep;
    @FXML private ScrollPane scroll;
    @FXML private OpenPoints openPoints;
    @FXML private Label problem;
    @FXML private Button back;
    @FXML private Button finish;

    private final InquiryViewModel model;
    private final Texts texts;
    private Changes.@Nullable Subscription bindings;

    public InquiryController(InquiryViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        root.setVisible(false);
        openPoints.setOnChosen(this::goToField);
        stepper.setOnChosen(index -> model.goTo(model.steps().get(index).code()));
        problem.managedProperty().bind(problem.visibleProperty());
        model.problemProperty().subscribe(shown -> {
            problem.setVisible(shown != null);
            problem.setText(shown == null ? "" : texts.get(shown));
        });
        model.openPointsProperty().subscribe(this::showOpenPoints);
        model.referenceProperty().subscribe(reference -> {
            if (reference != null) {
                bind(reference);
            }
        });
        model.stepProperty().subscribe(step -> showStep());
        model.doneProperty().subscribe(done -> showSteps());
        Enter.submitsWithShortcut(root, model::finish);
        SceneKeys.hear(root, key -> {
            if (key.getCode() == KeyCode.F6) {
                openPoints.next();
                key.consume();
            }
        });
    }

    private void bind(InquiryReference reference) {
        number.setText(reference.subject().number());
        bindings = new FieldBinder(model::field, model::options, new SimpleStringProperty("")).bind(root);
        answerStep.lookupAll(".due-field").stream()
                .filter(DueField.class::isInstance)
                .forEach(due -> due.setAccessibleText(texts.get("inquiry.answer.due")));
        answerStep.lookupAll(".promise-button").stream()
                .filter(Button.class::isInstance)
                .forEach(button -> ((Button) button).setOnAction(press -> model.promise()));
        root.setVisible(true);
    }

    private Map<String, Parent> panes() {
        return Map.of(
                "greet", greetStep, "listen", listenStep, "answer", answerStep, "confirm", confirmStep,
                "record", recordStep);
    }

    private void showStep() {
        var current = model.stepProperty().get();
        if (current.isEmpty()) {
            return;
        }
        panes().forEach((code, pane) -> {
            pane.setVisible(code.equals(current));
            pane.setManaged(code.equals(current));
        });
        scroll.setVvalue(0);
        focus();
        back.setDisable(model.steps().getFirst().code().equals(current));
        finish.setText(model.isLast()
                ? texts.get("inquiry.file")
                : texts.get("inquiry.next", following(current).name().in(texts.language())));
        showSteps();
    }

    private Flow.Step following(String current) {
        var steps = model.steps();
        var index = steps.stream().map(Flow.Step::code).toList().indexOf(current);
        return steps.get(index + 1);
    }

    private void showSteps() {
        if (model.referenceProperty().get() == null) {
            return;
        }
        stepper.getSteps().setAll(model.steps().stream()
                .map(step -> new Stepper.Step(
                        step.name().in(texts.language()), step.hint().in(texts.language()), state(step.code())))
                .toList());
    }

    private Stepper.State state(String code) {
        if (code.equals(model.stepProperty().get())) {
            return Stepper.State.CURRENT;
        }
        return model.doneProperty().get().contains(code) ? Stepper.State.DONE : Stepper.State.TODO;
    }

    private void showOpenPoints(List<Problem.Point> points) {
        openPoints.show(
                texts.get("gate.problem.open", points.size()),
                points.stream()
                        .map(point -> new OpenPoints.Item(point.field(), texts.get(point.textKey())))
                        .toList());
        FieldBinder.mark(root, points.stream()
                .collect(Collectors.toMap(Problem.Point::field, point -> texts.get(point.textKey()), (a, b) -> a)));
    }

    /// Shows the step a field is on and puts the focus there.
    private void goToField(String field) {
        panes().entrySet().stream()
                .filter(pane -> has(pane.getValue(), field))
                .findFirst()
                .ifPresent(pane -> {
                    var points = model.openPointsProperty().get();
                    if (!pane.getKey().equals(model.stepProperty().get())) {
                        model.goTo(pane.getKey());
                        showOpenPoints(points);
                    }
                    FieldBinder.focus(pane.getValue(), field);
                });
    }

    private static boolean has(Node node, String field) {
        return field.equals(node.getUserData())
                || node instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(child -> has(child, field));
    }

    /// Puts the line to say between the steps and the form.
    public void placeLine(Node line) {
        root.getChildren().add(1, line);
    }

    @FXML
    private void back() {
        model.back();
    }

    @FXML
    private void finish() {
        model.finish();
    }

    /// Puts the focus on the first field of the step that is shown.
    public void focus() {
        var pane = panes().get(model.stepProperty().get());
        if (pane != null) {
            Nodes.firstFocusable(pane).ifPresent(Node::requestFocus);
        }
    }

    /// Unbinds the form; the fields keep what was typed.
    public void close() {
        if (bindings != null) {
            bindings.close();
        }
    }
}
