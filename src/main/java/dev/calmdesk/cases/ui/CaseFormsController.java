package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.cases.ui.CasePage.WaitingOffer;
import dev.calmdesk.cases.ui.CaseViewModel.Form;
import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.ShownAs;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Hands a case over, answers a hand-over, or takes the case out of the figures; in the page, never in a window of its own.
public final class CaseFormsController {

    @FXML private VBox formsRoot;
    @FXML private VBox waiting;
    @FXML private Label waitingText;
    @FXML private Pill waitingReason;
    @FXML private Label waitingNote;
    @FXML private ActButton withdraw;
    @FXML private ActButton decline;
    @FXML private ActButton accept;
    @FXML private VBox form;
    @FXML private Label formTitle;
    @FXML private Label formHint;
    @FXML private VBox receiverField;
    @FXML private ComboBox<Receiver> receiver;
    @FXML private VBox reasonField;
    @FXML private ComboBox<Choice> reason;
    @FXML private VBox noteField;
    @FXML private Label noteLabel;
    @FXML private TextArea formNote;
    @FXML private Button submitForm;

    private final CaseViewModel model;
    private final CaseWords words;

    public CaseFormsController(CaseViewModel model, CaseWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        for (var node : new Node[] {formsRoot, waiting, form, receiverField, reasonField, noteField}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        receiver.setItems(model.receivers());
        receiver.setConverter(new ShownAs<>(Receiver::label));
        reason.setConverter(new ShownAs<>(choice -> choice.name().in(texts().language())));
        formsRoot.visibleProperty().bind(waiting.visibleProperty().or(form.visibleProperty()));
        model.pageProperty().subscribe(this::show);
        form.setVisible(false);
        model.formProperty().subscribe((before, chosen) -> open(before, chosen));
        Enter.submitsWithShortcut(form, this::submit);
    }

    private Texts texts() {
        return words.texts();
    }

    private void show(@Nullable CasePage page) {
        var offer = page == null ? Optional.<WaitingOffer>empty() : page.offer();
        waiting.setVisible(offer.isPresent());
        offer.ifPresent(shown -> {
            waitingText.setText(shown.text());
            waitingReason.show(shown.reason(), Signal.SOON);
            waitingNote.setText(shown.note());
            bar(accept, shown.whyNotAnswer());
            bar(decline, shown.whyNotAnswer());
            bar(withdraw, page.rights().whyNotWithdraw());
        });
    }

    private void bar(ActButton button, Optional<Problem> why) {
        button.bar(why.map(texts()::get).orElse(""));
    }

    private void open(Form before, Form chosen) {
        formNote.textProperty().unbindBidirectional(model.unsent(before.field()));
        form.setVisible(chosen != Form.NONE);
        if (chosen == Form.NONE) {
            return;
        }
        var key = "cases.form." + chosen.name().toLowerCase(Locale.ROOT);
        formTitle.setText(texts().get(key));
        formHint.setText(texts().get(key + "_hint"));
        submitForm.setText(texts().get(key + "_submit"));
        submitForm.getStyleClass().removeAll("primary", "danger");
        submitForm.getStyleClass().add(chosen == Form.VOID ? "danger" : "primary");
        receiverField.setVisible(chosen == Form.OFFER);
        reasonField.setVisible(chosen != Form.DECLINE);
        noteField.setVisible(chosen != Form.VOID);
        noteLabel.setText(texts().get(chosen == Form.DECLINE ? "cases.form.why_not" : "field.transfer.note"));
        reason.getItems().setAll(words.choices(reasons(chosen)));
        reason.setValue(null);
        receiver.setValue(null);
        formNote.textProperty().bindBidirectional(model.unsent(chosen.field()));
        (chosen == Form.OFFER ? receiver : chosen == Form.VOID ? reason   : formNote).requestFocus();
    }

    private static Topic<Choice> reasons(Form chosen) {
        return chosen == Form.VOID ? Choice.VOID_REASONS : Choice.TRANSFER_REASONS;
    }

    @FXML
    private void submit() {
        switch (model.formProperty().get()) {
            case OFFER -> offer();
            case DECLINE -> model.decline(formNote.getText());
            case VOID -> {
                if (reason.getValue() == null) {
                    reason.requestFocus();
                    reason.show();
                } else {
                    model.makeVoid(reason.getValue().code());
                }
            }
            case NONE -> {}
        }
    }

    private void offer() {
        var chosen = receiver.getValue();
        if (chosen == null) {
            receiver.requestFocus();
            receiver.show();
            return;
        }
        var code = reason.getValue() == null ? "" : reason.getValue().code();
        model.offer(new Transfers.Offer(chosen.person(), chosen.team(), code, formNote.getText()));
    }

    @FXML
    private void cancel() {
        model.formProperty().set(Form.NONE);
    }

    @FXML
    private void accept() {
        model.accept();
    }

    @FXML
    private void beginDecline() {
        model.formProperty().set(Form.DECLINE);
    }

    @FXML
    private void withdraw() {
        model.withdraw();
    }
}
