package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Happening;
import dev.calmdesk.cases.Happening.Detail;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One thing that happened: when, what, the first facts of it and who did it. Unfolded it shows every fact in full.
final class HappeningCell extends ListCell<Happening> {

    /// Facts that are shown before somebody asks for more.
    private static final int FEW = 2;

    private static final double SCROLL_BAR = 16;

    private final Label time = new Label();
    private final Region dot = new Region();
    private final Region thread = new Region();
    private final Label sentence = new Label();
    private final Label details = new Label();
    private final Hyperlink more = new Hyperlink();
    private final Label author = new Label();
    private final HBox box;
    private final Texts texts;
    private final Set<UUID> unfolded;

    HappeningCell(Texts texts, Set<UUID> unfolded, Consumer<Happening> toggle) {
        this.texts = texts;
        this.unfolded = unfolded;
        time.getStyleClass().add("time");
        time.setMinWidth(USE_PREF_SIZE);
        dot.getStyleClass().add("dot");
        dot.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        thread.getStyleClass().add("thread");
        thread.setMaxWidth(USE_PREF_SIZE);
        var rail = new StackPane(thread, dot);
        rail.getStyleClass().add("rail-of-dots");
        StackPane.setAlignment(dot, Pos.TOP_CENTER);
        box = new HBox(time, rail, words());
        box.getStyleClass().add("line");
        more.setOnAction(press -> toggle.accept(getItem()));
        setPrefWidth(0);
    }

    private VBox words() {
        sentence.getStyleClass().add("title");
        details.getStyleClass().add("detail");
        author.getStyleClass().add("detail");
        more.getStyleClass().add("small");
        more.setFocusTraversable(false);
        more.managedProperty().bind(more.visibleProperty());
        details.managedProperty().bind(details.visibleProperty());
        details.visibleProperty().bind(details.textProperty().isNotEmpty());
        sentence.setWrapText(true);
        details.setWrapText(true);
        var foot = new HBox(8, author, more);
        foot.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(sentence, details, foot);
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    @Override
    protected void updateItem(@Nullable Happening item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var isUnfolded = unfolded.contains(item.id());
        time.setText(item.when());
        Shown.of(item.tone()).showOn(dot);
        sentence.setText(item.sentence());
        details.setText(item.details().stream()
                .limit(isUnfolded ? Integer.MAX_VALUE : FEW)
                .map(detail -> line(detail, isUnfolded))
                .collect(Collectors.joining("\n")));
        author.setText(item.author());
        more.setVisible(item.details().size() > FEW || item.isShortened());
        more.setText(isUnfolded
                ? texts.get("cases.history.less")
                : texts.get("cases.history.more", item.details().size()));
        thread.setVisible(getIndex() < getListView().getItems().size() - 1);
        setGraphic(box);
        setAccessibleText(String.join(", ", item.when(), item.sentence(), details.getText(), item.author()));
    }

    /// As high as its words are when they wrap at the width of the list.
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null || getListView() == null
                ? super.computePrefHeight(width)
                : Math.ceil(box.prefHeight(getWidth() > 0 ? getWidth() : getListView().getWidth() - SCROLL_BAR)) + snappedTopInset() + snappedBottomInset();
    }

    private String line(Detail detail, boolean inFull) {
        return texts.get("cases.words.headline", detail.label(), inFull ? detail.full() : detail.text());
    }
}
