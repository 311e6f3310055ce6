package dev.calmdesk.fx;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;

/// Brings a node into sight: opens the tab and the titled pane it lies in, scrolls every pane around it.
public final class Reveal {

    private static final double MARGIN = 24;

    private Reveal() {}

    public static void show(Node node) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
            switch (parent) {
                case TitledPane pane -> pane.setExpanded(true);
                case TabPane pane -> openTab(pane, node);
                case ScrollPane pane -> scroll(pane, node);
                default -> {
                    // nothing can hide a node here
                }
            }
        }
    }

    private static void openTab(TabPane pane, Node node) {
        pane.getTabs().stream()
                .filter(tab -> contains(tab, node))
                .findFirst()
                .ifPresent(tab -> pane.getSelectionModel().select(tab));
    }

    private static boolean contains(Tab tab, Node node) {
        return tab.getContent() != null && Nodes.within(tab.getContent()).anyMatch(node::equals);
    }

    private static void scroll(ScrollPane pane, Node node) {
        pane.layout();
        var content = pane.getContent();
        var hidden = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        var there = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        var top = hidden * pane.getVvalue();
        var bottom = top + pane.getViewportBounds().getHeight();
        if (there.getMinY() - MARGIN < top) {
            pane.setVvalue(Math.clamp((there.getMinY() - MARGIN) / hidden, 0, 1));
        } else if (there.getMaxY() + MARGIN > bottom) {
            var wanted = there.getMaxY() + MARGIN - pane.getViewportBounds().getHeight();
            pane.setVvalue(Math.clamp(wanted / hidden, 0, 1));
        }
    }
}
