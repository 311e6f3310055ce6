package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.fx.control.DueField;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.PromiseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the customer was promised: make, keep, move.
public final class CasePromisesController {

    @FXML private VBox promisesRoot;
    @FXML private Label none;
    @FXML private ActButton begin;
    @FXML private VBox promiseList;
    @FXML private VBox promiseForm;
    @FXML private Label wordsLabel;
    @FXML private TextField words;
    @FXML private DueField due;
    @FXML private Button submitPromise;

    private final CaseViewModel model;
    private final CaseWords said;
    private final List<Runnable> rings = new ArrayList<>();
    private @Nullable UUID moved;
    private String wanted = "promise.words";

    public CasePromisesController(CaseViewModel model, CaseWords said) {
        this.model = model;
        this.said = said;
    }

    @FXML
    private void initialize() {
        for (var node : new Node[] {none, promiseList, promiseForm}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        promiseForm.setVisible(false);
        wordsLabel.setLabelFor(words);
        due.setTime(said.when()::now, said.when().zone());
        model.pageProperty().subscribe(this::show);
        model.nowProperty().subscribe(now -> rings.forEach(Runnable::run));
        due.valueProperty().bindBidirectional(model.unsent("promise.due"));
        Enter.submitsWithShortcut(promiseForm, this::submit);
        promiseForm.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                cancel();
            }
        });
    }

    private Texts texts() {
        return said.texts();
    }

    private void show(@Nullable CasePage page) {
        if (page == null) {
            return;
        }
        begin.bar(page.rights().whyNotPromise().map(texts()::get).orElse(""));
        var why = page.rights().whyNotKeepPromise().map(texts()::get).orElse("");
        none.setVisible(page.promises().isEmpty());
        promiseList.setVisible(!page.promises().isEmpty());
        rings.clear();
        promiseList.getChildren().setAll(page.promises().stream().map(promise -> row(promise, why)).toList());
    }

    private Node row(PromiseItem promise, String why) {
        var row = new PromiseRow();
        row.show(promise.text(), promise.detail());
        if (!promise.isOpen()) {
            row.getRing().setVisible(false);
            row.getPill().show(promise.state(), Shown.of(promise.tone()));
            return row;
        }
        Runnable draw = () -> DueRing.draw(row.getRing(), promise.deadline(), said.when());
        draw.run();
        rings.add(draw);
        var move = act("cases.promise.move", why, () -> beginMove(promise));
        var keep = act("cases.promise.keep", why, () -> model.keepPromise(promise.id(), ""));
        row.getChildren().addAll(move, keep);
        return row;
    }

    private ActButton act(String key, String why, Runnable action) {
        var button = new ActButton(texts().get(key));
        button.getStyleClass().add("small");
        button.bar(why);
        button.setOnAction(press -> action.run());
        return button;
    }

    void fireBegin() {
        begin.fire();
    }

    @FXML
    private void begin() {
        open(null, "words", "cases.promise.make");
    }

    private void beginMove(PromiseItem promise) {
        open(promise.id(), "reason", "cases.promise.move_submit");
    }

    /// @param asked what the words are: those of the promise or the reason to move it
    private void open(@Nullable UUID promise, String asked, String submitKey) {
        moved = promise;
        wordsLabel.setText(texts().get("cases.promise.asked." + asked));
        words.setPromptText(texts().get("cases.promise.prompt." + asked));
        submitPromise.setText(texts().get(submitKey));
        words.textProperty().unbindBidirectional(model.unsent(wanted));
        wanted = "promise." + asked;
        words.textProperty().bindBidirectional(model.unsent(wanted));
        promiseForm.setVisible(true);
        words.requestFocus();
    }

    @FXML
    private void cancel() {
        promiseForm.setVisible(false);
        begin.requestFocus();
    }

    private void sent() {
        words.clear();
        due.setValue("");
        cancel();
    }

    @FXML
    private void submit() {
        if (moved == null) {
            model.promise(words.getText(), due.getValue(), this::sent);
        } else {
            model.movePromise(moved, due.getValue(), words.getText(), this::sent);
        }
    }
}
