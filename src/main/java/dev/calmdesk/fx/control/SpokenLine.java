package dev.calmdesk.fx.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The line to say to the customer, the largest text on the screen. What was filled in is underlined with dashes, what
/// is still missing stands as a chip where the words will be.
public final class SpokenLine extends Region {

    private final TextFlow flow = new TextFlow();
    private final Path underlines = new Path();
    private final List<int[]> filled = new ArrayList<>();
    private Spoken line = new Spoken(List.of());

    public SpokenLine() {
        getStyleClass().add("spoken-line");
        setAccessibleRole(AccessibleRole.TEXT);
        flow.getStyleClass().add("words");
        underlines.getStyleClass().add("filled-underline");
        underlines.setManaged(false);
        getChildren().addAll(flow, underlines);
        setMinHeight(USE_PREF_SIZE);
    }

    public void show(Spoken shown) {
        line = shown;
        filled.clear();
        var nodes = new ArrayList<Node>();
        var at = 0;
        for (var piece : shown.pieces()) {
            nodes.add(node(piece));
            var length = piece.kind() == Spoken.Kind.MISSING ? 1 : piece.text().length();
            if (piece.kind() == Spoken.Kind.FILLED) {
                filled.add(new int[] {at, at + length});
            }
            at += length;
        }
        flow.getChildren().setAll(nodes);
        setAccessibleText(shown.plainText());
        requestLayout();
    }

    public Spoken getLine() {
        return line;
    }

    private static Node node(Spoken.Piece piece) {
        if (piece.kind() == Spoken.Kind.MISSING) {
            var chip = new Label(piece.text());
            chip.getStyleClass().add("missing");
            return chip;
        }
        var text = new Text(piece.text());
        switch (piece.kind()) {
            case BOLD -> text.getStyleClass().add("stress");
            case FILLED -> text.getStyleClass().add("filled");
            default -> text.getStyleClass().add("plain");
        }
        return text;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        var left = snappedLeftInset();
        var top = snappedTopInset();
        var width = getWidth() - left - snappedRightInset();
        flow.resizeRelocate(left, top, width, getHeight() - top - snappedBottomInset());
        flow.layout();
        var strokes = new ArrayList<PathElement>();
        filled.forEach(range -> underline(flow.rangeShape(range[0], range[1]), strokes));
        underlines.getElements().setAll(strokes);
        underlines.setLayoutX(left);
        underlines.setLayoutY(top);
    }

    /// A range is one box per line of text; each becomes a stroke along its lower edge.
    private static void underline(PathElement[] boxes, List<PathElement> strokes) {
        double left = 0;
        double right = 0;
        double bottom = 0;
        for (var element : boxes) {
            if (element instanceof MoveTo start) {
                addStroke(left, right, bottom, strokes);
                left = start.getX();
                right = left;
                bottom = start.getY();
            } else if (element instanceof LineTo corner) {
                left = Math.min(left, corner.getX());
                right = Math.max(right, corner.getX());
                bottom = Math.max(bottom, corner.getY());
            }
        }
        addStroke(left, right, bottom, strokes);
    }

    private static void addStroke(double left, double right, double bottom, List<PathElement> strokes) {
        if (right > left) {
            var y = Math.round(bottom) - 0.5;
            strokes.add(new MoveTo(left, y));
            strokes.add(new LineTo(right, y));
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + flow.prefWidth(-1) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        var inner = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + flow.prefHeight(inner) + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
