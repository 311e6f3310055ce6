package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.ui.ComplaintRecord.Line;
import dev.calmdesk.complaint.ui.ComplaintRecord.RemedyLine;
import dev.calmdesk.complaint.ui.ComplaintRecord.StepCard;
import dev.calmdesk.fx.Reveal;
import dev.calmdesk.fx.SceneKeys;
import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.FactGrid;
import dev.calmdesk.fx.control.FactGrid.Fact;
import dev.calmdesk.fx.control.LevelCurve;
import dev.calmdesk.fx.control.OpenPoints;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.Stepper;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows everything recorded about a complaint step by step, and above the history the requests that wait for approval.
public final class ComplaintRecordController {

    @FXML private VBox recordRoot;
    @FXML private Stepper stages;
    @FXML private Label recordProblem;
    @FXML private OpenPoints openPoints;
    @FXML private Label sootheName;
    @FXML private Pill sootheState;
    @FXML private Label emotionWords;
    @FXML private LevelCurve emotions;
    @FXML private FactGrid sootheFacts;
    @FXML private VBox recordCard;
    @FXML private Label recordName;
    @FXML private Pill recordState;
    @FXML private FactGrid recordFacts;
    @FXML private VBox evidence;
    @FXML private VBox classifyCard;
    @FXML private Label classifyName;
    @FXML private Pill classifyState;
    @FXML private FactGrid classifyFacts;
    @FXML private VBox resolveCard;
    @FXML private Label resolveName;
    @FXML private Pill resolveState;
    @FXML private FactGrid investigationFacts;
    @FXML private VBox tasks;
    @FXML private VBox remedies;
    @FXML private FactGrid decisionFacts;
    @FXML private VBox followUpCard;
    @FXML private Label followUpName;
    @FXML private Pill followUpState;
    @FXML private FactGrid followUpFacts;
    @FXML private VBox tries;
    @FXML private ActButton closeCase;
    @FXML private ActButton reopen;
    @FXML private HBox reopenForm;
    @FXML private TextField reopenReason;

    private final VBox requests = new VBox(12);
    private final ComplaintRecordViewModel model;
    private final Texts texts;
    private final Runnable goOn;

    /// @param goOn goes to the steps, where what is open can be settled
    public ComplaintRecordController(ComplaintRecordViewModel model, Texts texts, Runnable goOn) {
        this.model = model;
        this.texts = texts;
        this.goOn = goOn;
    }

    @FXML
    private void initialize() {
        for (var node : new Node[] {
            recordProblem, evidence, tasks, remedies, tries, reopenForm, emotions, closeCase, reopen, requests
        }) {
            node.managedProperty().bind(node.visibleProperty());
        }
        reopenForm.setVisible(false);
        requests.setVisible(false);
        SceneKeys.hear(requests, this::approveByKey);
        openPoints.setOnChosen(field -> goOn.run());
        stages.setOnChosen(index -> Reveal.show(card(index)));
        Enter.submits(reopenReason, this::sendReopen);
        model.problemProperty().subscribe(this::show);
        model.recordProperty().subscribe(this::show);
    }

    /// The card in which a stage is recorded.
    private Node card(int stage) {
        return List.of(recordCard, recordCard, classifyCard, resolveCard, resolveCard, followUpCard).get(stage);
    }

    private void show(@Nullable Problem problem) {
        var points = problem instanceof Problem.Incomplete incomplete ? incomplete.points() : List.<Problem.Point>of();
        openPoints.show(
                problem == null ? "" : texts.get(problem),
                points.stream().map(point -> new OpenPoints.Item(point.field(), texts.get(point.textKey()))).toList());
        recordProblem.setVisible(problem != null && points.isEmpty());
        recordProblem.setText(problem == null ? "" : texts.get(problem));
    }

    private void show(@Nullable ComplaintRecord record) {
        recordRoot.setVisible(record != null);
        if (record == null) {
            return;
        }
        if (!stages.getSteps().equals(record.stages())) {
            stages.getSteps().setAll(record.stages());
        }
        showEmotions(record);
        show(record.steps().get(ComplaintStep.SOOTHE), sootheName, sootheState, sootheFacts);
        show(record.steps().get(ComplaintStep.RECORD), recordName, recordState, recordFacts);
        show(record.steps().get(ComplaintStep.CLASSIFY), classifyName, classifyState, classifyFacts);
        show(record.steps().get(ComplaintStep.RESOLVE), resolveName, resolveState, investigationFacts);
        show(record.steps().get(ComplaintStep.FOLLOW_UP), followUpName, followUpState, followUpFacts);
        show(decisionFacts, record.decision());
        rows(evidence, "complaint.evidence.title", record.evidence(), this::evidence);
        rows(tasks, "complaint.task.title", record.tasks(), this::task);
        rows(remedies, "complaint.remedy.title", record.remedies(), this::remedy);
        rows(tries, "complaint.try.title", record.tries(), ComplaintRecordController::row);
        showEnds(record);
        requests.getChildren().setAll(record.requests().stream()
                .map(request -> new RemedyCard(request, model, texts))
                .toList());
        requests.setVisible(!record.requests().isEmpty());
    }

    private void showEmotions(ComplaintRecord record) {
        emotions.setVisible(!record.emotions().isEmpty());
        var words = record.emotions().stream()
                .map(level -> texts.get("complaint.emotion." + level))
                .collect(Collectors.joining(" → "));
        emotions.show(record.emotions(), words);
        emotionWords.setText(words);
    }

    private static void show(StepCard card, Label name, Pill state, FactGrid facts) {
        name.setText(card.name());
        state.show(card.state(), card.signal());
        show(facts, card.facts());
    }

    private static void show(FactGrid grid, List<Fact> facts) {
        grid.show(facts);
        grid.setVisible(!facts.isEmpty());
        grid.setManaged(!facts.isEmpty());
    }

    private <T> void rows(VBox box, String titleKey, List<T> lines, Function<T, Node> row) {
        var title = new Label(texts.get(titleKey));
        title.getStyleClass().add("strong");
        box.getChildren().setAll(title);
        lines.forEach(line -> box.getChildren().add(row.apply(line)));
        box.setVisible(!lines.isEmpty());
    }

    private static WorkRow row(Line line) {
        return new WorkRow(line.title(), line.detail(), line.state(), line.signal()).saying(line.extra());
    }

    private Node evidence(Line line) {
        var whyNot = why(line.whyNot());
        return new WorkRow(line.title(), line.detail(), "", line.signal())
                .offering(texts.get("complaint.evidence.open"), whyNot, () -> model.openEvidence(line.id()))
                .offering(texts.get("complaint.evidence.save"), whyNot, () -> model.saveEvidence(line.id()));
    }

    private Node task(Line line) {
        var isDone = line.signal() == Signal.OK;
        return isDone
                ? row(line)
                : row(line).asking(
                        texts.get("complaint.task.answer"), why(line.whyNot()), texts.get("complaint.task.answer_prompt"),
                        model.typed(line.id()), () -> model.answer(line.id()));
    }

    private Node remedy(RemedyLine remedy) {
        var line = remedy.line();
        return row(line)
                .asking(
                        texts.get("complaint.remedy.carry_out"), why(remedy.whyNotCarryOut()), remedy.proofHint(),
                        model.typed(line.id()), () -> model.carryOut(line.id()))
                .offering(texts.get("complaint.remedy.drop"), why(remedy.whyNotDrop()), () -> model.drop(line.id()));
    }

    private String why(Optional<Problem> problem) {
        return problem.map(texts::get).orElse("");
    }

    private void showEnds(ComplaintRecord record) {
        var isOpen = record.view().subject().isOpen();
        closeCase.setVisible(isOpen);
        closeCase.bar(why(record.whyNotClose()));
        reopen.setVisible(!isOpen);
        reopen.bar(why(record.whyNotReopen()));
        reopenForm.setVisible(reopenForm.isVisible() && !isOpen);
    }

    /// The requests that wait for approval, for the place where what is urgent stands; invisible while there are none.
    public Node attention() {
        return requests;
    }

    /// Y approves the first request, unless somebody is typing.
    private void approveByKey(KeyEvent event) {
        var isPlain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.Y && isPlain && !(event.getTarget() instanceof TextInputControl)) {
            requests.getChildren().stream()
                    .findFirst()
                    .map(RemedyCard.class::cast)
                    .ifPresent(card -> {
                        event.consume();
                        card.approve();
                    });
        }
    }

    @FXML
    private void closeCase() {
        model.closeCase();
    }

    @FXML
    private void beginReopen() {
        reopenForm.setVisible(true);
        reopenReason.requestFocus();
    }

    @FXML
    private void sendReopen() {
        model.reopen(reopenReason.getText());
    }
}
