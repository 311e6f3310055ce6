package dev.calmdesk.fx.control;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What still keeps a step from being done: each point leads to its field by a click, all of them in turn by [#next()].
public class OpenPoints extends VBox {

    private final Label title = new Label();
    private final FlowPane links = new FlowPane(12, 4);
    private List<Item> items = List.of();
    private Consumer<String> onChosen = field -> {};
    private int next;

    /// @param field name of the form field that settles the point
    public record Item(String field, String text) {}

    public OpenPoints() {
        super(6);
        getStyleClass().addAll("card", "tight", "alarm", "open-points");
        title.getStyleClass().add("late-text");
        title.setWrapText(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        getChildren().addAll(title, links);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// @param chosen receives the name of a field
    public final void setOnChosen(Consumer<String> chosen) {
        onChosen = chosen;
    }

    /// Shows the points, or hides when there are none.
    public final void show(String heading, List<Item> points) {
        items = List.copyOf(points);
        next = 0;
        title.setText(heading);
        links.getChildren().setAll(items.stream().map(this::link).toList());
        setVisible(!items.isEmpty());
    }

    private Hyperlink link(Item item) {
        var link = new Hyperlink(item.text());
        link.setOnAction(press -> onChosen.accept(item.field()));
        return link;
    }

    /// Goes to the next point, after the last to the first.
    public final void next() {
        if (!items.isEmpty()) {
            onChosen.accept(items.get(next).field());
            next = (next + 1) % items.size();
        }
    }
}
