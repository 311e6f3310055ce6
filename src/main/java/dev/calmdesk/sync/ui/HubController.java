package dev.calmdesk.sync.ui;

import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.FactGrid;
import dev.calmdesk.fx.control.FactGrid.Fact;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.sync.SyncState.Contact;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The card of the settings that tells of the hub and lets a desk join one.
public final class HubController {

    @FXML private Pill contact;
    @FXML private Label state;
    @FXML private FactGrid facts;
    @FXML private Button syncNow;
    @FXML private VBox files;
    @FXML private SegmentedChoice fileSpeed;
    @FXML private VBox joining;
    @FXML private Label hint;
    @FXML private TextField address;
    @FXML private TextField code;
    @FXML private Label problem;
    @FXML private ActButton join;

    private final HubViewModel model;

    public HubController(HubViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        address.textProperty().bindBidirectional(model.addressProperty());
        code.textProperty().bindBidirectional(model.codeProperty());
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        join.bar(model.whyNot());
        join.disableProperty().bind(model.busyProperty());
        for (var field : List.of(address, code)) {
            field.setDisable(join.isBarred());
        }
        Enter.submits(address, code::requestFocus);
        Enter.submits(code, join::fire);
        for (var node : List.<Node>of(problem, facts, syncNow, files, joining)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        fileSpeed.setOptions(model.fileSpeeds());
        fileSpeed.setValue(model.fileSpeed());
        fileSpeed.valueProperty().subscribe((before, now) -> model.useFileSpeed(now));
        model.membershipProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::show);
        show();
    }

    /// A desk that the hub serves needs no way in.
    private void show() {
        var texts = model.tools().texts();
        var now = model.stateProperty().get();
        var member = model.membershipProperty().get();
        var contactNow = member.isEmpty() ? Contact.ALONE : now.contact();
        contact.show(texts.name(contactNow), StateWords.signal(now));
        state.setText(model.words().full(now));
        facts.setVisible(member.isPresent());
        var isOnNetwork = member.filter(known -> known.link().isOnNetwork()).isPresent();
        syncNow.setVisible(isOnNetwork);
        files.setVisible(isOnNetwork);
        member.ifPresent(known -> facts.show(List.of(
                new Fact(
                        texts.get("sync.hub.address"),
                        known.link().isOnNetwork() ? known.link().url() : texts.get("sync.hub.by_stick")),
                new Fact(texts.get("sync.hub.team"), known.team()),
                new Fact(texts.get("sync.hub.since"), model.tools().words().at(known.link().enrolledAt())))));
        var hadFocus = joining.isFocusWithin();
        joining.setVisible(member.isEmpty() || now.contact() == Contact.REFUSED);
        if (hadFocus && !joining.isVisible() && syncNow.isVisible()) {
            syncNow.requestFocus();
        }
        hint.setText(join.isBarred() ? join.getReason() : texts.get("sync.hub.hint"));
    }

    @FXML
    private void join() {
        model.join();
    }

    @FXML
    private void syncNow() {
        model.syncNow();
    }
}
