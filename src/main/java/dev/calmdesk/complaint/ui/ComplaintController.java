package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.base.Texts;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.fx.FieldBinder;
import dev.calmdesk.fx.SceneKeys;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.OpenPoints;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Stepper;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The frame of the wizard: steps and stages above, the form of the step that is worked on, and what finishes it.
public final class ComplaintController {

    /// From this width on the stepper says what the steps to come are about.
    private static final double ROOMY = 820;

    /// Where the work on a step begins.
    private static final Map<ComplaintStep, String> START = Map.of(
            ComplaintStep.SOOTHE, "emotion.noted",
            ComplaintStep.RECORD, "account.happened_at",
            ComplaintStep.CLASSIFY, "assessment.category",
            ComplaintStep.RESOLVE, "investigation.findings",
            ComplaintStep.FOLLOW_UP, "new_try.remark");

    @FXML private VBox root;
    @FXML private VBox card;
    @FXML private Stepper stepper;
    @FXML private FlowPane stages;
    @FXML private StackPane lineSlot;
    @FXML private Label title;
    @FXML private Label hint;
    @FXML private Pill number;
    @FXML private HBox health;
    @FXML private Button noteDiscomfort;
    @FXML private ScrollPane scroll;
    @FXML private StackPane place;
    @FXML private OpenPoints openPoints;
    @FXML private HBox footer;
    @FXML private Button back;
    @FXML private Button act;
    @FXML private Button finish;

    private final ComplaintViewModel model;
    private final Function<ComplaintStep, Parent> views;
    private final Map<ComplaintStep, Parent> built = new EnumMap<>(ComplaintStep.class);

    /// @param views builds the form of a step
    ComplaintController(ComplaintViewModel model, Function<ComplaintStep, Parent> views) {
        this.model = model;
        this.views = views;
    }

    @FXML
    private void initialize() {
        root.setVisible(false);
        lineSlot.managedProperty().bind(lineSlot.visibleProperty());
        lineSlot.setVisible(false);
        stepper.setOnChosen(index -> model.goTo(ComplaintStep.values()[index]));
        model.steps().addListener((Observable changed) -> stepper.getSteps().setAll(model.steps()));
        stepper.getSteps().setAll(model.steps());
        model.stages().addListener((Observable changed) -> showStages());
        showStages();
        StepFields.showWhile(health, model.unwellProperty());
        StepFields.showWhile(noteDiscomfort, model.field(ClassifyViewModel.HARM).map(String::isEmpty));
        openPoints.setOnChosen(this::goToField);
        model.missing().addListener((Observable changed) -> showMissing());
        root.widthProperty().subscribe(width -> model.roomyProperty().set(width.doubleValue() >= ROOMY));
        model.stepProperty().subscribe(step -> {
            if (step != null) {
                show(step);
            }
        });
        model.subjectProperty().subscribe(subject -> {
            number.setText(subject == null ? "" : subject.number());
            footer.setDisable(subject != null && !subject.isOpen());
        });
        finish.disableProperty().bind(model.busyProperty());
        Enter.submitsWithShortcut(root, model::finish);
        SceneKeys.hear(root, this::hear);
    }

    private Texts texts() {
        return model.hand().texts();
    }

    private void show(ComplaintStep step) {
        var isInForm = isFocusIn(card);
        root.setVisible(true);
        place.getChildren().setAll(built.computeIfAbsent(step, views));
        scroll.setVvalue(0);
        if (isInForm) {
            goTo(START.get(step));
        }
        var code = step.code();
        title.setText(texts().get("complaint.step." + code + ".title"));
        hint.setText(texts().get("complaint.step." + code + ".hint"));
        back.setVisible(step != ComplaintStep.SOOTHE);
        act.setText(texts().get("complaint.step." + code + ".act"));
        finish.setText(step == ComplaintStep.FOLLOW_UP
                ? texts().get("complaint.step.close")
                : texts().get("complaint.step.next", nameAfter(step)));
        markMissing();
    }

    private boolean isFocusIn(Node area) {
        var focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        for (var node = focused; node != null; node = node.getParent()) {
            if (node == area) {
                return true;
            }
        }
        return false;
    }

    private String nameAfter(ComplaintStep step) {
        var steps = model.hand().content().flow().steps();
        return model.words().in(steps.get(step.ordinal() + 1).name());
    }

    private void showStages() {
        stages.getChildren().setAll(model.stages().stream().map(this::stage).toList());
    }

    private Node stage(StageTime stage) {
        var dot = new Region();
        dot.getStyleClass().add("dot");
        stage.signal().showOn(dot);
        var button = new Button(ComplaintWords.joined(stage.name(), stage.time()).replace(" · ", " "), dot);
        button.getStyleClass().setAll("stage-time");
        button.setMnemonicParsing(false);
        button.setFocusTraversable(false);
        button.setOnAction(pressed -> model.goTo(stage.step()));
        return button;
    }

    private void showMissing() {
        openPoints.show(
                texts().get("complaint.missing", model.missing().size()),
                model.missing().stream().map(this::item).toList());
        markMissing();
    }

    /// A field is named as on the form, everything else says what to do. Points of other steps are named with their step.
    private OpenPoints.Item item(Point point) {
        var step = model.stepOf(point);
        var name = "field." + point.field();
        var text = texts().get(texts().has(name) ? name : point.textKey());
        return new OpenPoints.Item(
                point.field(),
                step == model.stepProperty().get() ? text : texts().get("complaint.missing_in", texts().name(step), text));
    }

    private void markMissing() {
        var shown = built.get(model.stepProperty().get());
        if (shown != null) {
            FieldBinder.mark(shown, model.missing().stream()
                    .collect(Collectors.toMap(
                            Point::field, point -> texts().get("complaint.missing_mark"), (first, second) -> first)));
        }
    }

    /// Shows the step a point belongs to and puts the focus on what settles it.
    private void goToField(String field) {
        model.missing().stream()
                .filter(point -> point.field().equals(field))
                .findFirst()
                .ifPresent(point -> model.goTo(model.stepOf(point)));
        var form = built.get(model.stepProperty().get());
        if (form != null) {
            FieldBinder.focus(form, field);
        }
    }

    /// Hears the keys of the wizard: F6, F8, Alt with a digit for the emotion or for a suggestion, Alt with Page Up or Down for
    /// the steps.
    private void hear(KeyEvent key) {
        var isPlain = !key.isAltDown() && !key.isShortcutDown() && !key.isShiftDown();
        if (isPlain && key.getCode() == KeyCode.F6) {
            key.consume();
            nextPoint();
        } else if (isPlain && key.getCode() == KeyCode.F8) {
            key.consume();
            act();
        } else if (key.isAltDown() && (key.getCode() == KeyCode.PAGE_UP || key.getCode() == KeyCode.PAGE_DOWN)) {
            key.consume();
            model.move(key.getCode() == KeyCode.PAGE_UP ? -1 : 1);
        } else if (key.isAltDown() && !key.isShortcutDown() && level(key) > 0) {
            key.consume();
            model.soothe().note(level(key));
        } else if (key.isAltDown() && !key.isShortcutDown() && rank(key) > 0) {
            key.consume();
            take(rank(key));
        }
    }

    /// Takes a suggestion of the step that is shown.
    private void take(int rank) {
        if (model.stepProperty().get() == ComplaintStep.CLASSIFY && !footer.isDisabled()) {
            model.classify().suggestions().take(rank);
        }
    }

    /// The suggestion that a digit key stands for, since the first five are emotions; 0 for other keys.
    private static int rank(KeyEvent key) {
        return switch (key.getCode()) {
            case DIGIT6 -> 1;
            case DIGIT7 -> 2;
            case DIGIT8 -> 3;
            default -> 0;
        };
    }

    /// The emotion that a digit key stands for; 0 for other keys.
    private static int level(KeyEvent key) {
        return switch (key.getCode()) {
            case DIGIT1, NUMPAD1 -> 1;
            case DIGIT2, NUMPAD2 -> 2;
            case DIGIT3, NUMPAD3 -> 3;
            case DIGIT4, NUMPAD4 -> 4;
            case DIGIT5, NUMPAD5 -> 5;
            default -> 0;
        };
    }

    /// F6: the next point that is missing.
    public void nextPoint() {
        openPoints.next();
    }

    /// F8: the act of the step.
    @FXML
    public void act() {
        var step = model.stepProperty().get();
        if (step == null || footer.isDisabled()) {
            return;
        }
        switch (step) {
            case SOOTHE -> model.soothe().calm();
            case RECORD -> {
                model.record().readBack();
                goTo("account.read_back_text");
            }
            case CLASSIFY -> model.classify().takeFirst();
            case RESOLVE -> model.resolve().tell();
            case FOLLOW_UP -> model.followUp().reached();
        }
    }

    private void goTo(String field) {
        FieldBinder.focus(Objects.requireNonNull(built.get(model.stepProperty().get())), field);
    }

    /// Puts the line to say between the steps and the form.
    public void placeLine(Node line) {
        lineSlot.getChildren().setAll(line);
        lineSlot.setVisible(true);
    }

    @FXML
    private void back() {
        model.move(-1);
    }

    @FXML
    private void finish() {
        model.finish();
    }

    @FXML
    private void noteDiscomfort() {
        model.noteDiscomfort();
    }
}
