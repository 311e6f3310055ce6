package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.FieldBinder;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is done to put it right.
final class RemedyListController {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    @FXML private VBox root;
    @FXML private Button begin;
    @FXML private HBox waiting;
    @FXML private VBox rows;
    @FXML private VBox form;
    @FXML private VBox amountBox;
    @FXML private Label authority;
    @FXML private VBox reasonBox;
    @FXML private Button propose;

    private final ComplaintViewModel model;
    private final RemediesViewModel remedies;

    RemedyListController(ComplaintViewModel model) {
        this.model = model;
        this.remedies = model.resolve().remedies();
    }

    @FXML
    private void initialize() {
        StepFields.showWhile(form, remedies.proposingProperty());
        StepFields.showWhile(begin, remedies.proposingProperty().not());
        StepFields.showWhile(waiting, remedies.waitingProperty());
        amountBox.disableProperty().bind(remedies.hasAmountProperty().not());
        authority.textProperty().bind(remedies.authorityProperty());
        StepFields.showWhileSaid(authority, authority.textProperty());
        StepFields.showWhile(reasonBox, remedies.overProperty());
        remedies.overProperty().subscribe(over -> {
            authority.pseudoClassStateChanged(OVER, over);
            propose.setText(model.hand().texts().get(over ? "complaint.remedy.request" : "complaint.remedy.propose"));
        });
        remedies.items().addListener((Observable changed) -> show());
        show();
    }

    private void show() {
        WorkRow.show(rows, remedies.items().stream().map(this::row).toList());
    }

    private WorkRow row(RemediesViewModel.Item item) {
        var texts = model.hand().texts();
        var row = new WorkRow(item.title(), item.detail(), item.state(), item.signal()).saying(item.approval());
        if (item.canCarryOut()) {
            row.asking(
                    texts.get("complaint.remedy.carry_out"), item.proofHint(), remedies.proof(item.id()),
                    () -> remedies.carryOut(item.id()));
        }
        if (item.isWaiting()) {
            row.offering(texts.get("complaint.remedy.carry_out"), texts.get("complaint.remedy.waiting"), () -> {});
        }
        return item.canDrop() ? row.offering(texts.get("complaint.remedy.drop"), () -> remedies.drop(item.id())) : row;
    }

    @FXML
    private void begin() {
        remedies.proposingProperty().set(true);
        FieldBinder.focus(root, RemediesViewModel.TYPE);
    }

    @FXML
    private void cancel() {
        remedies.proposingProperty().set(false);
    }

    @FXML
    private void propose() {
        remedies.propose();
    }
}
