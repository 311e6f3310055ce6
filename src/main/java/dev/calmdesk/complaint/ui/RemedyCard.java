package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.complaint.ui.ComplaintRecord.Request;
import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.KeyHint;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.Stat;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A request for approval: what is asked for and why, what the asking person may grant alone, and the three answers.
final class RemedyCard extends VBox {

    private final Request request;
    private final ComplaintRecordViewModel model;
    private final Texts texts;
    private final ActButton approve;
    private final VBox form = new VBox(8);
    private final TextField amount = new TextField();
    private final TextField remark = new TextField();
    private boolean isReducing;

    RemedyCard(Request request, ComplaintRecordViewModel model, Texts texts) {
        this.request = request;
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "tight");
        approve = act("complaint.sheet.approve", request.whyNotApprove(), () -> model.approve(request));
        approve.getStyleClass().add("primary");
        KeyHint.on(approve, "Y");
        var reason = new Label(texts.get("complaint.sheet.because", request.reason()));
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        setUpForm();
        getChildren().addAll(head(), asked(), figures(), reason, acts(), form);
    }

    private HBox head() {
        var title = new Label(request.title());
        title.getStyleClass().add("card-title");
        return new HBox(8, title, gap(), new Pill(texts.get("complaint.sheet.above"), Signal.LATE));
    }

    private Label asked() {
        var asked = new Label(request.asked());
        asked.getStyleClass().addAll("small", "muted");
        asked.setWrapText(true);
        return asked;
    }

    private HBox figures() {
        var figures = new HBox(24, stat("complaint.sheet.amount", request.amount()), stat("complaint.sheet.authority", request.authority()));
        figures.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        return figures;
    }

    private Stat stat(String key, String value) {
        var stat = new Stat();
        stat.setLabel(texts.get(key));
        stat.setValue(value);
        stat.setMaxWidth(Double.MAX_VALUE);
        return stat;
    }

    private HBox acts() {
        return new HBox(8, approve,
                act("complaint.sheet.reduce", request.whyNotReduce(), () -> open(true)),
                act("complaint.sheet.refuse", request.whyNotRefuse(), () -> open(false)));
    }

    private ActButton act(String key, Optional<Problem> whyNot, Runnable action) {
        var button = new ActButton(texts.get(key));
        button.bar(whyNot.map(texts::get).orElse(""));
        button.setOnAction(press -> action.run());
        return button;
    }

    private void setUpForm() {
        form.managedProperty().bind(form.visibleProperty());
        form.setVisible(false);
        amount.setPromptText(texts.get("complaint.remedy.amount_prompt"));
        amount.setAccessibleText(texts.get("complaint.sheet.allowed"));
        amount.setPrefColumnCount(8);
        amount.managedProperty().bind(amount.visibleProperty());
        HBox.setHgrow(remark, Priority.ALWAYS);
        Enter.submits(amount, this::submit);
        Enter.submits(remark, this::submit);
        var send = new Button(texts.get("complaint.sheet.send"));
        send.setMinWidth(USE_PREF_SIZE);
        send.setOnAction(press -> submit());
        var line = new HBox(8, amount, remark, send);
        line.setAlignment(Pos.CENTER_LEFT);
        form.getChildren().setAll(line);
    }

    private void open(boolean reducing) {
        isReducing = reducing;
        amount.setVisible(reducing);
        var prompt = texts.get(reducing ? "complaint.sheet.remark" : "complaint.sheet.why_not");
        remark.setPromptText(prompt);
        remark.setAccessibleText(prompt);
        form.setVisible(true);
        (reducing ? amount : remark).requestFocus();
    }

    private void submit() {
        if (isReducing) {
            model.reduce(request, amount.getText(), remark.getText());
        } else {
            model.refuse(request, remark.getText());
        }
    }

    /// By its key.
    void approve() {
        approve.fire();
    }

    private static Node gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
