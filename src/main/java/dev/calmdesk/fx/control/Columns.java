package dev.calmdesk.fx.control;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Fields side by side in columns of one width, whatever stands in them, so that rows below each other line up.
public class Columns extends Pane {

    private static final String SPAN = "columns-span";
    private static final double GAP = 12;

    private int count;

    public Columns() {
        getStyleClass().add("columns-of-fields");
    }

    /// How many columns a node takes; for FXML: `Columns.span="2"`.
    public static void setSpan(Node node, int columns) {
        node.getProperties().put(SPAN, columns);
    }

    public static int getSpan(Node node) {
        return node.getProperties().get(SPAN) instanceof Integer span ? span : 1;
    }

    public final int getCount() {
        return count;
    }

    /// @param columns how many there are; 0: as many as the children take
    public final void setCount(int columns) {
        count = columns;
        requestLayout();
    }

    private int columns() {
        var taken = getManagedChildren().stream().mapToInt(Columns::getSpan).sum();
        return Math.max(1, Math.max(count, taken));
    }

    private double width(Node child, double whole) {
        var one = (whole - GAP * (columns() - 1)) / columns();
        return Math.max(0, one * getSpan(child) + GAP * (getSpan(child) - 1));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        var left = snappedLeftInset();
        var whole = getWidth() - left - snappedRightInset();
        var height = getHeight() - snappedTopInset() - snappedBottomInset();
        for (var child : getManagedChildren()) {
            var width = Math.floor(width(child, whole));
            layoutInArea(
                    child, Math.round(left), snappedTopInset(), width, height, 0, HPos.LEFT, VPos.TOP);
            left += width(child, whole) + GAP;
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        var widest = max(getManagedChildren(), child -> child.prefWidth(-1) / getSpan(child));
        return snappedLeftInset() + widest * columns() + GAP * (columns() - 1) + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        var whole = (width < 0 ? prefWidth(-1) : width) - snappedLeftInset() - snappedRightInset();
        var highest = max(getManagedChildren(), child -> child.prefHeight(width(child, whole)));
        return snappedTopInset() + highest + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private static double max(List<Node> nodes, ToDoubleFunction<Node> size) {
        return nodes.stream().mapToDouble(size).max().orElse(0);
    }
}
