package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Happening;
import dev.calmdesk.cases.Happening.Detail;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One thing that happened: when, what, the first facts of it and who did it. Unfolded it shows every fact in full.
final class HappeningLine extends HBox {

    /// Facts that are shown before somebody asks for more.
    private static final int FEW = 2;

    private final Happening item;
    private final Texts texts;
    private final Label details = wrapping("detail");
    private final Hyperlink more = new Hyperlink();
    private boolean isUnfolded;

    /// @param isLast whether nothing follows it
    HappeningLine(Happening item, Texts texts, boolean isUnfolded, boolean isLast) {
        this.item = item;
        this.texts = texts;
        this.isUnfolded = isUnfolded;
        getStyleClass().add("line");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        getChildren().addAll(time(), rail(isLast), words());
        addEventHandler(KeyEvent.KEY_PRESSED, this::toggleByKey);
        setOnMouseClicked(click -> requestFocus());
        showDetails();
    }

    private Label time() {
        var time = new Label(item.when());
        time.getStyleClass().add("time");
        time.setMinWidth(USE_PREF_SIZE);
        return time;
    }

    private Node rail(boolean isLast) {
        var dot = new Region();
        dot.getStyleClass().add("dot");
        dot.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Shown.of(item.tone()).showOn(dot);
        var thread = new Region();
        thread.getStyleClass().add("thread");
        thread.setMaxWidth(USE_PREF_SIZE);
        thread.setVisible(!isLast);
        var rail = new StackPane(thread, dot);
        rail.getStyleClass().add("rail-of-dots");
        StackPane.setAlignment(dot, Pos.TOP_CENTER);
        return rail;
    }

    private VBox words() {
        var sentence = wrapping("title");
        sentence.setText(item.sentence());
        var author = new Label(item.author());
        author.getStyleClass().add("detail");
        more.getStyleClass().add("small");
        more.setFocusTraversable(false);
        more.setVisible(item.details().size() > FEW || item.isShortened());
        more.setOnAction(press -> toggle());
        var words = new VBox(sentence, details, new HBox(8, author, more));
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private static Label wrapping(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMinWidth(0);
        return label;
    }

    private void toggleByKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            toggle();
        }
    }

    private void toggle() {
        isUnfolded = !isUnfolded;
        showDetails();
    }

    private void showDetails() {
        details.setText(item.details().stream()
                .limit(isUnfolded ? Integer.MAX_VALUE : FEW)
                .map(this::line)
                .collect(Collectors.joining("\n")));
        details.setVisible(!details.getText().isEmpty());
        details.setManaged(details.isVisible());
        more.setText(isUnfolded
                ? texts.get("cases.history.less")
                : texts.get("cases.history.more", item.details().size()));
        setAccessibleText(String.join(", ", item.when(), item.sentence(), details.getText(), item.author()));
    }

    private String line(Detail detail) {
        return texts.get("cases.words.headline", detail.label(), isUnfolded ? detail.full() : detail.text());
    }

    Happening item() {
        return item;
    }

    boolean isUnfolded() {
        return isUnfolded;
    }
}
