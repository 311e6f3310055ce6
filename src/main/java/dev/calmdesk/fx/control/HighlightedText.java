package dev.calmdesk.fx.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Plain text with some of its ranges on a bright ground: what a search found, what was recognised. Wraps.
public final class HighlightedText extends Region {

    private final Path ground = new Path();
    private final Text words = new Text();
    private final TextFlow flow = new TextFlow(words);
    private List<Range> ranges = List.of();

    /// From `start` up to but without `end`, in characters.
    public record Range(int start, int end) {}

    public HighlightedText() {
        getStyleClass().add("highlighted-text");
        setAccessibleRole(AccessibleRole.TEXT);
        ground.getStyleClass().add("hit");
        ground.setManaged(false);
        accessibleTextProperty().bind(words.textProperty());
        getChildren().addAll(ground, flow);
        setMinHeight(USE_PREF_SIZE);
    }

    public HighlightedText(String text, List<Range> hits) {
        this();
        show(text, hits);
    }

    public void show(String text, List<Range> hits) {
        words.setText(text);
        ranges = hits.stream()
                .map(hit -> new Range(Math.max(0, hit.start()), Math.min(text.length(), hit.end())))
                .filter(hit -> hit.start() < hit.end())
                .toList();
        requestLayout();
    }

    public String getText() {
        return words.getText();
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
        var shapes = new ArrayList<PathElement>();
        ranges.forEach(range -> shapes.addAll(List.of(flow.rangeShape(range.start(), range.end()))));
        ground.getElements().setAll(shapes);
        ground.setLayoutX(left);
        ground.setLayoutY(top);
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
