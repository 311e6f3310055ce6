package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.ui.CaseViewModel.Form;
import dev.calmdesk.fx.Pasteboard;
import dev.calmdesk.fx.SceneKeys;
import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.fx.control.ClockRing;
import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows what a case is and what a person can do with it as a whole; its parts are views of their own.
public final class CaseController {

    @FXML private StackPane root;
    @FXML private VBox page;
    @FXML private Label number;
    @FXML private Pill kind;
    @FXML private Pill state;
    @FXML private Pill severity;
    @FXML private Pill reopened;
    @FXML private ActButton makeVoid;
    @FXML private ActButton offer;
    @FXML private ActButton goOn;
    @FXML private Label title;
    @FXML private Label customer;
    @FXML private Button callBack;
    @FXML private Label numbers;
    @FXML private Label category;
    @FXML private Label channel;
    @FXML private Label opened;
    @FXML private Label owner;
    @FXML private Label ending;
    @FXML private FlowPane clocks;
    @FXML private Label problem;
    @FXML private StackPane recordSlot;
    @FXML private StackPane attentionSlot;
    @FXML private EmptyState nothing;
    @FXML private CasePromisesController promisesController;
    @FXML private CaseHistoryController historyController;

    private final CaseViewModel model;
    private final CaseWords words;
    private final CaseWays ways;
    private final Pasteboard pasteboard;
    private final List<Runnable> rings = new ArrayList<>();
    private boolean hasPanel;

    public CaseController(CaseViewModel model, CaseWords words, CaseWays ways, Pasteboard pasteboard) {
        this.model = model;
        this.words = words;
        this.ways = ways;
        this.pasteboard = pasteboard;
    }

    @FXML
    private void initialize() {
        for (var node : new Node[] {severity, reopened, numbers, category, ending, problem, attentionSlot, recordSlot}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        attentionSlot.setVisible(false);
        recordSlot.setVisible(false);
        var empty = "cases.list.empty." + (model.isAllowed() ? "missing" : "not_allowed");
        nothing.setTitle(texts().get(empty));
        nothing.setHint(texts().get(empty + "_hint"));
        nothing.visibleProperty().bind(model.missingProperty().map(missing -> missing || !model.isAllowed()));
        page.setVisible(false);
        model.problemProperty().subscribe(shown -> show(problem, shown == null ? "" : texts().get(shown)));
        model.pageProperty().subscribe(this::show);
        model.nowProperty().subscribe(time -> rings.forEach(Runnable::run));
        SceneKeys.hear(root, this::byKey);
    }

    private Texts texts() {
        return words.texts();
    }

    private void show(@Nullable CasePage shown) {
        page.setVisible(shown != null);
        if (shown != null) {
            showHeading(shown);
            showFacts(shown);
            showClocks(shown);
            bar(goOn, shown.rights().whyNotWork());
            bar(offer, shown.rights().whyNotOffer());
            bar(makeVoid, shown.rights().whyNotVoid());
            addPanel(shown.subject());
        }
    }

    private void showHeading(CasePage shown) {
        var subject = shown.subject();
        number.setText(subject.number());
        kind.show(texts().name(subject.kind()), Signal.NEUTRAL);
        state.show(stateText(shown), Shown.of(subject.state()));
        severity.setVisible(subject.severity() != null);
        if (subject.severity() != null) {
            severity.show(texts().name(subject.severity()), Shown.of(subject.severity()));
        }
        reopened.setVisible(subject.reopened() > 0);
        reopened.show(texts().get("cases.page.reopened", subject.reopened()), Signal.SOON);
        title.setText(subject.title().isBlank() ? texts().get("cases.list.untitled") : subject.title());
    }

    /// Of an open case the step is what matters.
    private String stateText(CasePage shown) {
        var subject = shown.subject();
        return subject.state() == CaseState.OPEN
                ? texts().get("cases.page.open_at", words.step(subject.kind(), subject.step()))
                : texts().name(subject.state());
    }

    private void showFacts(CasePage shown) {
        var subject = shown.subject();
        customer.setText(shown.customer());
        callBack.setVisible(subject.isOpen() && subject.customerId() != null);
        show(numbers, shown.numbers());
        show(category, shown.category());
        channel.setText(texts().name(subject.channel()));
        opened.setText(texts().get("cases.page.opened", words.when().at(subject.openedAt())));
        owner.setText(texts().get("cases.page.owner", shown.row().ownerName(), shown.team()));
        show(ending, shown.ending());
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }

    private void showClocks(CasePage shown) {
        rings.clear();
        clocks.getChildren().clear();
        shown.clocks().forEach(clock -> clocks.getChildren().add(clock(clock)));
        if (shown.timesKept() + shown.timesBroken() > 0) {
            var kept = new Label(shown.timesBroken() == 0
                    ? texts().get("cases.page.times.kept", shown.timesKept())
                    : texts().get("cases.page.times.broken", shown.timesKept(), shown.timesBroken()));
            kept.getStyleClass().addAll("small", shown.timesBroken() > 0 ? "late-text" : "ok-text");
            clocks.getChildren().add(kept);
        }
    }

    private Node clock(ClockItem clock) {
        var ring = new ClockRing();
        var name = new Label(clock.name());
        name.getStyleClass().addAll("small", "strong");
        var due = new Label(texts().get("cases.page.due", clock.due()));
        due.getStyleClass().addAll("tiny", "muted");
        var box = new HBox(8, ring, new VBox(name, due));
        box.setAlignment(Pos.CENTER_LEFT);
        Runnable draw = () -> DueRing.draw(ring, clock.deadline(), words.when());
        draw.run();
        rings.add(draw);
        return box;
    }

    private void bar(ActButton button, Optional<Problem> why) {
        button.bar(why.map(texts()::get).orElse(""));
    }

    private void addPanel(Case subject) {
        if (!hasPanel) {
            hasPanel = true;
            var panel = ways.panel(subject);
            model.keep(panel.lifetime());
            recordSlot.getChildren().setAll(panel.record());
            recordSlot.setVisible(true);
            panel.attention().ifPresent(node -> {
                attentionSlot.getChildren().setAll(node);
                attentionSlot.visibleProperty().bind(node.visibleProperty());
            });
        }
    }

    private void byKey(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            event.consume();
            goOn.fire();
        } else if (event.getCode() == KeyCode.ESCAPE && model.formProperty().get() != Form.NONE) {
            event.consume();
            model.formProperty().set(Form.NONE);
        } else if (event.isAltDown() && event.getCode() == KeyCode.T) {
            event.consume();
            offer.fire();
        } else if (event.isAltDown() && event.getCode() == KeyCode.P) {
            event.consume();
            promisesController.fireBegin();
        } else if (event.isAltDown() && event.getCode() == KeyCode.N) {
            event.consume();
            historyController.focusNote();
        }
    }

    @FXML
    private void copyNumber() {
        pasteboard.put(number.getText());
    }

    @FXML
    private void callBack() {
        model.page().map(CasePage::subject).ifPresent(ways::callBack);
    }

    @FXML
    private void goOn() {
        model.page().map(CasePage::subject).ifPresent(ways::goOn);
    }

    @FXML
    private void offer() {
        model.beginOffer();
    }

    @FXML
    private void makeVoid() {
        model.formProperty().set(Form.VOID);
    }

    /// Goes to what one does here first.
    public void focus() {
        goOn.requestFocus();
    }
}
