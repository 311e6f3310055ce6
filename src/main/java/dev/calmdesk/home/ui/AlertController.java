package dev.calmdesk.home.ui;

import dev.calmdesk.cases.When;
import dev.calmdesk.home.NewsItem;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The card of the newest alert nobody should miss; not there once it was taken note of.
final class AlertController {

    @FXML private VBox card;
    @FXML private Label title;
    @FXML private Label time;
    @FXML private Label text;
    @FXML private Button article;

    private final HomeViewModel model;
    private final When when;
    private @Nullable NewsItem shown;

    AlertController(HomeViewModel model, When when) {
        this.model = model;
        this.when = when;
    }

    @FXML
    private void initialize() {
        card.managedProperty().bind(card.visibleProperty());
        article.managedProperty().bind(article.visibleProperty());
        model.stateProperty().subscribe(this::show);
    }

    private void show(@Nullable HomeState state) {
        shown = state == null ? null : state.alert().orElse(null);
        card.setVisible(shown != null);
        if (shown != null) {
            title.setText(shown.title());
            time.setText(when.brief(shown.at()));
            text.setText(shown.text());
            article.setVisible(shown.article().isPresent());
        }
    }

    @FXML
    private void read() {
        if (shown != null) {
            model.read(shown);
        }
    }

    @FXML
    private void takeNote() {
        if (shown != null) {
            model.takeNote(shown);
        }
    }
}
