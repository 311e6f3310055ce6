package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.HighlightedText;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.knowledge.Search;
import dev.calmdesk.search.Marked;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One article found.
final class HitCell extends ListCell<Search.Hit> {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final HighlightedText title = new HighlightedText();
    private final HighlightedText passage = new HighlightedText();
    private final Label kind = new Label();
    private final Pill mustRead = new Pill();
    private final Pill expired = new Pill();
    private final VBox box;
    private final Texts texts;

    HitCell(Texts texts) {
        this.texts = texts;
        title.getStyleClass().add("title");
        passage.getStyleClass().add("snippet");
        kind.getStyleClass().add("meta");
        mustRead.show(texts.get("knowledge.dock.must_read"), Signal.LATE);
        expired.show(texts.get("knowledge.dock.expired"), Signal.SOON);
        List.of(mustRead, expired).forEach(pill -> pill.managedProperty().bind(pill.visibleProperty()));
        box = new VBox(4, title, passage, new HBox(6, kind, mustRead, expired));
        box.getStyleClass().add("result");
        box.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Search.Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        setGraphic(empty ? null : box);
        if (!empty) {
            show(title, hit.title());
            show(passage, hit.passage().reworded(
                    PLACEHOLDER, found -> "〔" + texts.get("flow.placeholder." + found.group(1)) + "〕"));
            kind.setText(texts.name(hit.kind()));
            mustRead.setVisible(hit.mustRead());
            expired.setVisible(hit.isExpired());
            setAccessibleText(hit.title().text());
        }
    }

    private static void show(HighlightedText target, Marked marked) {
        target.show(marked.text(), marked.ranges().stream()
                .map(range -> new HighlightedText.Range(range.start(), range.end()))
                .toList());
    }
}
