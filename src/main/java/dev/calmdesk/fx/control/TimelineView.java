package dev.calmdesk.fx.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What happened, one line under the other, each with its time and a coloured dot. Only the visible lines exist.
public final class TimelineView extends ListView<TimelineView.Event> {

    /// @param time as it is shown, such as `14:21`
    /// @param detail may be empty
    public record Event(String time, Signal signal, String title, String detail) {}

    public TimelineView() {
        getStyleClass().add("timeline");
        setCellFactory(list -> new Line());
        setFocusTraversable(true);
    }

    public final void show(List<Event> events) {
        getItems().setAll(events);
    }

    private static final class Line extends ListCell<Event> {
        private static final double SCROLL_BAR = 16;

        private final Label time = new Label();
        private final Region dot = new Region();
        private final Region thread = new Region();
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox content;

        Line() {
            time.getStyleClass().add("time");
            time.setMinWidth(USE_PREF_SIZE);
            dot.getStyleClass().add("dot");
            dot.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
            thread.getStyleClass().add("thread");
            thread.setMaxWidth(USE_PREF_SIZE);
            var rail = new StackPane(thread, dot);
            rail.getStyleClass().add("rail-of-dots");
            StackPane.setAlignment(dot, Pos.TOP_CENTER);
            title.getStyleClass().add("title");
            title.setWrapText(true);
            detail.getStyleClass().add("detail");
            detail.setWrapText(true);
            detail.managedProperty().bind(detail.visibleProperty());
            detail.visibleProperty().bind(detail.textProperty().isNotEmpty());
            var words = new VBox(title, detail);
            words.getStyleClass().add("words");
            HBox.setHgrow(words, Priority.ALWAYS);
            content = new HBox(time, rail, words);
            content.getStyleClass().add("line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Event event, boolean empty) {
            super.updateItem(event, empty);
            if (empty || event == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            time.setText(event.time());
            event.signal().showOn(dot);
            title.setText(event.title());
            detail.setText(event.detail());
            thread.setVisible(getIndex() < getListView().getItems().size() - 1);
            setGraphic(content);
            setAccessibleText(event.time() + " " + event.title() + " " + event.detail());
        }

        /// As high as its words are when they wrap at the width of the list.
        @Override
        protected double computePrefHeight(double width) {
            return getGraphic() == null || getListView() == null
                    ? super.computePrefHeight(width)
                    : Math.ceil(content.prefHeight(getListView().getWidth() - SCROLL_BAR))
                            + snappedTopInset()
                            + snappedBottomInset();
        }
    }
}
