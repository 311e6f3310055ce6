package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseIndex;
import dev.calmdesk.fx.control.HighlightedText;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.knowledge.Search;
import dev.calmdesk.search.Marked;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One article or case found.
final class HitCell extends ListCell<KnowledgeHit> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final HighlightedText title = new HighlightedText();
    private final HighlightedText passage = new HighlightedText();
    private final Label meta = new Label();
    private final Pill mustRead = new Pill();
    private final Pill expired = new Pill();
    private final Pill library = new Pill();
    private final VBox box;
    private final Texts texts;

    HitCell(Texts texts) {
        this.texts = texts;
        title.getStyleClass().add("title");
        passage.getStyleClass().add("snippet");
        meta.getStyleClass().add("meta");
        mustRead.show(texts.get("knowledge.dock.must_read"), Signal.LATE);
        expired.show(texts.get("knowledge.dock.expired"), Signal.SOON);
        library.show(texts.get("knowledge.dock.library"), Signal.INFO);
        List.of(mustRead, expired, library).forEach(pill -> {
            pill.managedProperty().bind(pill.visibleProperty());
            pill.setMinWidth(USE_PREF_SIZE);
        });
        var line = new HBox(6, meta, mustRead, expired, library);
        line.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(4, title, passage, line);
        box.getStyleClass().add("result");
        box.setMinWidth(0);
        setPrefWidth(0);
        selectedProperty().subscribe(isSelected -> box.pseudoClassStateChanged(CHOSEN, isSelected));
    }

    @Override
    protected void updateItem(KnowledgeHit hit, boolean empty) {
        super.updateItem(hit, empty);
        setGraphic(empty ? null : box);
        switch (empty ? null : hit) {
            case KnowledgeHit.OfArticle article -> show(article.hit());
            case KnowledgeHit.OfCase like -> show(like.hit());
            case null -> setAccessibleText(null);
        }
    }

    private void show(Search.Hit hit) {
        show(title, hit.title());
        show(passage, hit.passage().reworded(
                PLACEHOLDER, found -> "〔" + texts.get("flow.placeholder." + found.group(1)) + "〕"));
        meta.setText(meta(hit));
        mustRead.setVisible(hit.mustRead());
        expired.setVisible(hit.isExpired());
        library.setVisible(false);
        setAccessibleText(hit.title().text() + ", " + meta.getText());
    }

    private String meta(Search.Hit hit) {
        var parts = new ArrayList<String>();
        parts.add(texts.name(hit.kind()));
        if (hit.validTo() != null && !hit.isExpired()) {
            parts.add(texts.get("knowledge.dock.until", hit.validTo()));
        }
        hit.uses().helpfulPercent().ifPresent(percent -> parts.add(texts.get("knowledge.dock.helpful", percent)));
        return String.join(" · ", parts);
    }

    private void show(CaseIndex.Hit hit) {
        show(title, hit.title().after(texts.get("knowledge.dock.case_title")));
        show(passage, hit.passage());
        meta.setText(hit.words().number() + " · " + closedOn(hit));
        mustRead.setVisible(false);
        expired.setVisible(false);
        library.setVisible(hit.words().inLibrary());
        setAccessibleText(title.getText() + ", " + meta.getText());
    }

    private static LocalDate closedOn(CaseIndex.Hit hit) {
        return LocalDate.ofInstant(
                Objects.requireNonNullElse(hit.words().closedAt(), hit.words().openedAt()), ZoneId.systemDefault());
    }

    private static void show(HighlightedText target, Marked marked) {
        target.show(marked.text(), marked.ranges().stream()
                .map(range -> new HighlightedText.Range(range.start(), range.end()))
                .toList());
    }
}
