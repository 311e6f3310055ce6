package dev.calmdesk.home.ui;

import dev.calmdesk.home.NewsItem;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One bulletin or article; an open bulletin shows its words.
final class NewsCell extends ListCell<NewsItem> {

    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private final NewsController card;
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label text = new Label();
    private final Hyperlink link = new Hyperlink();
    private final VBox content = new VBox(2, title, about, text, link);

    NewsCell(NewsController card) {
        this.card = card;
        title.getStyleClass().add("title");
        title.setWrapText(true);
        about.getStyleClass().addAll("small", "muted");
        text.getStyleClass().add("small");
        text.setWrapText(true);
        link.setText(card.readWords());
        link.setOnAction(pressed -> {
            if (getItem() != null) {
                card.read(getItem());
            }
        });
        link.setOnMouseClicked(Event::consume);
        for (var node : new Node[] {text, link}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getStyleClass().add("news");
        setPrefWidth(0);
        setOnMouseClicked(clicked -> {
            if (getItem() != null) {
                card.choose(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable NewsItem item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(UNREAD, item != null && item.unread());
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        var isOpen = card.isOpen(item);
        title.setText(item.title());
        about.setText(card.about(item));
        text.setText(item.text());
        text.setVisible(isOpen);
        link.setVisible(isOpen && item.article().isPresent());
        setGraphic(content);
        setAccessibleText(item.title() + " " + about.getText());
    }
}
