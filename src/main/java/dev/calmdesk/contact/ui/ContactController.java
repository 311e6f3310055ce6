package dev.calmdesk.contact.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.fx.control.Option;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The frame of a contact: customer on the left, line and forms in the middle. What fills the slots is decided where the
/// program is put together.
public final class ContactController {

    @FXML private StackPane customerSlot;
    @FXML private StackPane lineSlot;
    @FXML private StackPane flowSlot;
    @FXML private FlowPane contactBar;
    @FXML private Label talkTime;
    @FXML private Label holdTime;
    @FXML private Label state;
    @FXML private ChoiceBox<Option> channel;
    @FXML private ChoiceBox<Option> touchpoint;
    @FXML private Button hold;
    @FXML private Button hangUp;
    @FXML private Button putAside;
    @FXML private VBox matter;
    @FXML private Button noMatter;

    private final ContactViewModel model;
    private final Acts acts;
    private final Texts texts;

    /// What a person can decide here and other features carry out.
    ///
    /// @param complaint the matter is a complaint
    /// @param inquiry the matter is an inquiry
    /// @param leave ends the contact, or the work on the case, and keeps everything
    /// @param left after a contact without a matter was ended
    public record Acts(Runnable complaint, Runnable inquiry, Runnable leave, Runnable left) {}

    public ContactController(ContactViewModel model, Acts acts, Texts texts) {
        this.model = model;
        this.acts = acts;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        talkTime.textProperty().bind(model.talkTimeProperty());
        holdTime.textProperty().bind(model.holdTimeProperty().map(
                time -> time.isEmpty() ? "" : texts.get("contact.frame.held", time)));
        setUp(channel, options(Channel.values()), code -> model.chooseChannel(Channel.valueOf(code)));
        setUp(touchpoint, options(Touchpoint.values()), code -> model.chooseTouchpoint(Touchpoint.valueOf(code)));
        List.of(contactBar, channel, matter, hold, hangUp, noMatter, holdTime)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        holdTime.visibleProperty().bind(holdTime.textProperty().isNotEmpty());
        lineSlot.managedProperty().bind(Bindings.isNotEmpty(lineSlot.getChildren()));
        model.draftProperty().subscribe(this::show);
    }

    private List<Option> options(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> new Option(constant.name(), texts.name(constant)))
                .toList();
    }

    private static void setUp(ChoiceBox<Option> box, List<Option> options, Consumer<String> chosen) {
        box.getItems().setAll(options);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public Option fromString(String label) {
                throw new UnsupportedOperationException("Options are chosen, not typed");
            }
        });
        box.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                chosen.accept(now.code());
            }
        });
    }

    private void show(Draft draft) {
        select(channel, draft.channel());
        select(touchpoint, draft.touchpoint());
        channel.setVisible(draft.caseId() == null);
        var isLive = draft.isContact() && draft.endedAt() == null;
        contactBar.setVisible(draft.isContact());
        hold.setVisible(isLive);
        hold.setText(texts.get(draft.heldSince() == null ? "contact.frame.hold" : "contact.frame.resume"));
        hangUp.setVisible(isLive);
        putAside.setText(texts.get(draft.caseId() == null ? "contact.frame.keep_draft"
                : draft.isContact() ? "contact.frame.finish" : "contact.frame.put_aside"));
        state.setText(texts.get(isLive
                ? draft.heldSince() == null ? "contact.frame.live" : "contact.frame.on_hold"
                : "contact.frame.after_call"));
        matter.setVisible(draft.flow() == null);
        noMatter.setVisible(draft.caseId() == null);
    }

    private static void select(ChoiceBox<Option> box, Enum<?> value) {
        box.getItems().stream()
                .filter(option -> value != null && option.code().equals(value.name()))
                .findFirst()
                .ifPresent(box::setValue);
    }

    public void setCustomer(Node panel) {
        customerSlot.getChildren().setAll(panel);
    }

    public void setLine(Node panel) {
        lineSlot.getChildren().setAll(panel);
    }

    /// Shows the panel of a flow in the place of the question what the matter is.
    public void setFlow(Node panel) {
        flowSlot.getChildren().setAll(panel);
    }

    @FXML
    private void toggleHold() {
        model.toggleHold();
    }

    @FXML
    private void hangUp() {
        model.hangUp();
    }

    @FXML
    private void putAside() {
        acts.leave().run();
    }

    @FXML
    private void complaint() {
        acts.complaint().run();
    }

    @FXML
    private void inquiry() {
        acts.inquiry().run();
    }

    @FXML
    private void noMatter() {
        model.finishWithoutCase(acts.left());
    }

    /// Puts the focus on what ends the contact; nothing else is left to do.
    public void focusEnd() {
        (hangUp.isVisible() ? hangUp : putAside).requestFocus();
    }

    /// F7.
    public void holdByKey() {
        if (hold.isVisible()) {
            model.toggleHold();
        }
    }

    /// F10: first hangs up, then finishes.
    public void endByKey() {
        if (hangUp.isVisible()) {
            model.hangUp();
        } else {
            acts.leave().run();
        }
    }
}
