package dev.calmdesk.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Accordion;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToolBar;
import org.jspecify.annotations.Nullable;

/// Walks a tree of nodes as its author wrote it, before skins exist and without descending into them.
public final class Nodes {

    private Nodes() {}

    /// The node and everything in it, in reading order.
    static Stream<Node> within(Node root) {
        return Stream.concat(Stream.of(root), children(root).stream().flatMap(Nodes::within));
    }

    public static Optional<Node> firstFocusable(Parent root) {
        return within(root)
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && isShown(node))
                .findFirst();
    }

    private static boolean isShown(Node node) {
        for (@Nullable Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<Node> children(Node node) {
        return switch (node) {
            case ScrollPane pane -> present(pane.getContent());
            case TitledPane pane -> present(pane.getContent());
            case TabPane pane ->
                pane.getTabs().stream()
                        .map(Tab::getContent)
                        .flatMap(content -> present(content).stream())
                        .toList();
            case Accordion pane -> List.copyOf(pane.getPanes());
            case SplitPane pane -> List.copyOf(pane.getItems());
            case ToolBar bar -> List.copyOf(bar.getItems());
            case Labeled labeled -> present(labeled.getGraphic());
            case Control control -> List.of();
            case Parent parent -> new ArrayList<>(parent.getChildrenUnmodifiable());
            default -> List.of();
        };
    }

    private static List<Node> present(@Nullable Node node) {
        return node == null ? List.of() : List.of(node);
    }
}
