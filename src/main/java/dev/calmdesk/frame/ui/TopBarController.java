package dev.calmdesk.frame.ui;

import dev.calmdesk.flow.Channel;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.SearchBox;
import dev.calmdesk.people.PresenceState;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The upper edge: find, begin a contact, return to the one that runs, say what one is doing.
final class TopBarController {

    @FXML private SearchBox search;
    @FXML private SplitMenuButton newContact;
    @FXML private Pill practice;
    @FXML private Button running;
    @FXML private Region runningDot;
    @FXML private MenuButton presence;
    @FXML private Region presenceDot;
    @FXML private MenuButton person;
    @FXML private Label avatar;
    @FXML private Label name;
    @FXML private Label numberAndTeam;

    private final FrameViewModel model;
    private @Nullable Node cameFrom;

    TopBarController(FrameViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        hideWhen(newContact, !model.servesCustomers());
        hideWhen(practice, !model.isPractice());
        setUpSearch();
        setUpRunning();
        setUpPresence();
        setUpPerson();
    }

    private static void hideWhen(Node node, boolean hidden) {
        node.setVisible(!hidden);
        node.setManaged(!hidden);
    }

    private void setUpSearch() {
        var finder = model.finder();
        search.textProperty().bindBidirectional(finder.textProperty());
        search.setOnSubmit(finder::open);
        search.setOnDown(() -> finder.move(1));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        search.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> finder.begin());
        search.getField().focusedProperty().subscribe((was, is) -> {
            if (!is) {
                finder.leave();
            }
        });
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.UP) {
            model.finder().move(-1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && search.getText().isEmpty()) {
            leaveSearch();
            event.consume();
        }
    }

    private void leaveSearch() {
        model.finder().leave();
        if (cameFrom != null) {
            cameFrom.requestFocus();
        }
    }

    /// Puts the focus into the field and remembers where it was.
    void find() {
        var owner = search.getScene().getFocusOwner();
        if (owner != search.getField()) {
            cameFrom = owner;
        }
        search.requestFocus();
        model.finder().begin();
    }

    SearchBox search() {
        return search;
    }

    private void setUpRunning() {
        running.textProperty().bind(model.running().textProperty());
        running.visibleProperty().bind(running.textProperty().isNotEmpty());
        running.managedProperty().bind(running.visibleProperty());
        model.running().signalProperty().subscribe(signal -> {
            signal.showOn(running);
            signal.showOn(runningDot);
        });
    }

    private void setUpPresence() {
        var texts = model.texts();
        var group = new ToggleGroup();
        for (var state : PresenceViewModel.CHOICES) {
            var item = new RadioMenuItem(texts.name(state));
            item.setUserData(state);
            item.setToggleGroup(group);
            item.setOnAction(chosen -> model.presence().choose(state));
            presence.getItems().add(item);
        }
        presence.textProperty().bind(model.presence().textProperty());
        presence.accessibleTextProperty().bind(model.presence().textProperty());
        model.presence().stateProperty().subscribe(this::showState);
    }

    private void showState(PresenceState state) {
        var signal = PresenceViewModel.signalOf(state);
        signal.showOn(presence);
        signal.showOn(presenceDot);
        presence.getItems().stream()
                .filter(item -> item.getUserData() == state)
                .forEach(item -> ((RadioMenuItem) item).setSelected(true));
    }

    private void setUpPerson() {
        var who = model.person();
        avatar.setText(who.name().substring(0, who.name().offsetByCodePoints(0, 1)));
        name.setText(who.name());
        numberAndTeam.textProperty().bind(model.teamProperty().map(team -> team.isEmpty()
                ? model.texts().get("frame.person.number", who.agentNo())
                : model.texts().get("frame.person.number_and_team", who.agentNo(), team)));
        person.setAccessibleText(who.name());
    }

    @FXML
    private void beginPhone() {
        model.beginContact(Channel.PHONE);
    }

    @FXML
    private void beginChat() {
        model.beginContact(Channel.CHAT);
    }

    @FXML
    private void beginMail() {
        model.beginContact(Channel.EMAIL);
    }

    @FXML
    private void beginInPerson() {
        model.beginContact(Channel.IN_PERSON);
    }

    @FXML
    private void returnToContact() {
        model.returnToContact();
    }

    @FXML
    private void openSettings() {
        model.openSettings();
    }

    @FXML
    private void changePassword() {
        model.changePassword();
    }

    @FXML
    private void showKeys() {
        model.toggleKeys();
    }

    @FXML
    private void signOut() {
        model.signOut();
    }
}
