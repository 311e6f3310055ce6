package dev.calmdesk.people.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Appearance;
import dev.calmdesk.fx.AppearanceChoices;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.SegmentedChoice;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// The screen on which a day begins.
public final class SignInController {

    @FXML private VBox form;
    @FXML private VBox crew;
    @FXML private VBox first;
    @FXML private TextField agentNo;
    @FXML private PasswordField password;
    @FXML private Label capsLock;
    @FXML private Label problem;
    @FXML private Label demoHint;
    @FXML private Button enter;
    @FXML private TilePane cards;
    @FXML private SegmentedChoice language;
    @FXML private SegmentedChoice look;
    @FXML private FirstStartController firstController;

    private final SignInViewModel model;
    private final Appearance appearance;
    private final Texts texts;

    private SignInController(SignInViewModel model, Appearance appearance, Texts texts) {
        this.model = model;
        this.appearance = appearance;
        this.texts = texts;
    }

    /// How to make the controllers of this screen's tree.
    public static Map<Class<?>, Supplier<?>> controllers(SignInViewModel model, Appearance appearance, Texts texts) {
        return Map.of(
                SignInController.class, () -> new SignInController(model, appearance, texts),
                FirstStartController.class, () -> new FirstStartController(model, texts));
    }

    @FXML
    private void initialize() {
        agentNo.textProperty().bindBidirectional(model.agentNoProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        Enter.submits(agentNo, password::requestFocus);
        Enter.submits(password, model::signIn);
        enter.disableProperty().bind(model.busyProperty());
        problem.textProperty().bind(model.problemProperty());
        showWhenFilled(problem);
        problem.textProperty().subscribe((before, now) -> {
            if (!now.isEmpty() && form.isVisible()) {
                (agentNo.getText().isBlank() ? agentNo : password).requestFocus();
            }
        });
        capsLock.setVisible(false);
        capsLock.managedProperty().bind(capsLock.visibleProperty());
        password.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> capsLock.setVisible(
                Platform.isKeyLocked(KeyCode.CAPS).orElse(false)));
        showDemonstration();
        show(model.stateProperty().get());
        model.stateProperty().subscribe((before, now) -> show(now));
        AppearanceChoices.language(language, appearance);
        AppearanceChoices.look(look, appearance, texts);
    }

    private static void showWhenFilled(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void showDemonstration() {
        var secret = model.demoPassword();
        demoHint.setText(secret == null ? "" : texts.get("people.sign_in.demo", secret));
        showWhenFilled(demoHint);
        model.cards().subscribe(this::showCards);
        showCards();
    }

    private void showCards() {
        cards.getChildren().setAll(model.cards().stream().map(this::card).toList());
        setShown(crew, !model.cards().isEmpty());
    }

    private Node card(PersonCard person) {
        var avatar = new Label(person.initial());
        avatar.getStyleClass().add("avatar");
        var name = new Label(person.name() + "  " + person.agentNo());
        name.getStyleClass().add("name");
        var roles = new Label(person.roles());
        roles.getStyleClass().add("detail");
        var words = new VBox(name, roles);
        words.getStyleClass().add("who");
        var content = new HBox(10, avatar, words);
        content.getStyleClass().add("person-card");
        var button = new Button();
        button.setGraphic(content);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(person.name() + " " + person.agentNo() + " " + person.roles());
        button.setOnAction(pressed -> {
            model.choose(person);
            enter.requestFocus();
        });
        return button;
    }

    private void show(SignInViewModel.State state) {
        setShown(first, state == SignInViewModel.State.FIRST_START);
        setShown(form, state == SignInViewModel.State.SIGN_IN);
        focus();
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Puts the focus where typing begins.
    public void focus() {
        if (first.isVisible()) {
            firstController.focus();
        } else if (form.isVisible()) {
            agentNo.requestFocus();
        }
    }

    @FXML
    private void signIn() {
        model.signIn();
    }
}
