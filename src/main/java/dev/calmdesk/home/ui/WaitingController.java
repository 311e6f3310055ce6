package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The card of hand-overs and requests that wait for an answer; not there while nothing waits.
final class WaitingController {

    /// More would push the promises out of sight; the rest follows when these are answered.
    private static final int SHOWN = 3;

    @FXML private VBox card;
    @FXML private Pill count;
    @FXML private VBox rows;

    private final HomeViewModel model;
    private final Texts texts;

    WaitingController(HomeViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        card.managedProperty().bind(card.visibleProperty());
        model.waiting().subscribe(this::show);
        show();
    }

    private void show() {
        card.setVisible(!model.waiting().isEmpty());
        count.show(Integer.toString(model.waiting().size()), Signal.ACCENT);
        rows.getChildren().setAll(model.waiting().stream().limit(SHOWN).map(this::row).toList());
    }

    private Node row(WaitingItem item) {
        var title = new Label(item.title());
        title.getStyleClass().add("title");
        var detail = new Label(item.detail());
        detail.getStyleClass().add("detail");
        var words = new VBox(title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(words);
        line.getStyleClass().add("row");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().add(button("home.waiting.open", () -> model.go(item.place())));
        if (item.transfer().isPresent()) {
            line.getChildren().add(button("home.waiting.decline", () -> askWhy(line, item)));
            var accept = button("home.waiting.accept", () -> model.accept(item));
            accept.getStyleClass().add("primary");
            line.getChildren().add(accept);
        }
        return line;
    }

    /// Whoever declines says why, in the row itself.
    private void askWhy(HBox line, WaitingItem item) {
        var why = new TextField();
        why.setPromptText(texts.get("home.waiting.why"));
        why.setAccessibleText(texts.get("home.waiting.why"));
        HBox.setHgrow(why, Priority.ALWAYS);
        Enter.submits(why, () -> model.decline(item, why.getText()));
        line.getChildren().setAll(
                why,
                button("home.waiting.decline_now", () -> model.decline(item, why.getText())),
                button("home.waiting.keep", this::show));
        why.requestFocus();
    }

    private Button button(String textKey, Runnable act) {
        var button = new Button(texts.get(textKey));
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(pressed -> act.run());
        return button;
    }
}
