package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.When;
import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.home.NewsItem;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// The card of bulletins and knowledge updates. A bulletin opens in its place, an article at its own.
final class NewsController {

    @FXML private Pill unread;
    @FXML private ListView<NewsItem> news;
    @FXML private EmptyState nothingNew;

    private final HomeViewModel model;
    private final Texts texts;
    private final When when;
    private final StringProperty opened = new SimpleStringProperty(this, "opened", "");

    NewsController(HomeViewModel model, Texts texts, When when) {
        this.model = model;
        this.texts = texts;
        this.when = when;
    }

    @FXML
    private void initialize() {
        news.setItems(model.news());
        news.setCellFactory(list -> new NewsCell(this));
        news.setOnKeyPressed(pressed -> {
            var chosen = news.getSelectionModel().getSelectedItem();
            if (pressed.getCode() == KeyCode.ENTER && chosen != null) {
                pressed.consume();
                choose(chosen);
            }
        });
        model.stateProperty().subscribe(this::show);
    }

    private void show(@Nullable HomeState state) {
        nothingNew.setVisible(state != null && state.news().isEmpty());
        news.setVisible(state != null && !state.news().isEmpty());
        var count = model.news().stream().filter(NewsItem::unread).count();
        unread.show(count == 0 ? "" : texts.get("home.news.unread", count), Signal.ACCENT);
    }

    void choose(NewsItem item) {
        if (item.bulletin().isPresent()) {
            var code = item.bulletin().get();
            opened.set(opened.get().equals(code) ? "" : code);
            news.refresh();
            model.takeNote(item);
        } else {
            model.read(item);
        }
    }

    void read(NewsItem item) {
        model.read(item);
    }

    boolean isOpen(NewsItem item) {
        return item.bulletin().filter(opened.get()::equals).isPresent();
    }

    /// Kind, time and who answers for it.
    String about(NewsItem item) {
        var kind = item.kind().map(texts::name).orElseGet(() -> texts.get("home.news.bulletin"));
        return Stream.of(kind, when.at(item.at()), item.owner())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    String readWords() {
        return texts.get("home.alert.read");
    }
}
