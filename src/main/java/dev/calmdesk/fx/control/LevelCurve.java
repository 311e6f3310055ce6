package dev.calmdesk.fx.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/// A few levels from 1 to 5 in the order of their time, as a small curve: high is much.
public class LevelCurve extends Region {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 36;
    private static final double MARGIN = 5;
    private static final int HIGHEST = 5;

    private final Polyline line = new Polyline();
    private List<Integer> levels = List.of();
    private List<Circle> dots = List.of();

    public LevelCurve() {
        getStyleClass().add("level-curve");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        line.getStyleClass().add("line");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    /// @param shown levels 1 to 5
    /// @param words the same in words, to be read aloud
    public final void show(List<Integer> shown, String words) {
        levels = List.copyOf(shown);
        dots = levels.stream().map(LevelCurve::dot).toList();
        getChildren().setAll(line);
        getChildren().addAll(dots);
        setAccessibleText(words);
        requestLayout();
    }

    private static Circle dot(int level) {
        var dot = new Circle(3.5);
        dot.getStyleClass().add("dot-of-curve");
        (level >= 4 ? Signal.LATE : level == 3 ? Signal.SOON : Signal.OK).showOn(dot);
        return dot;
    }

    @Override
    protected void layoutChildren() {
        line.getPoints().clear();
        var step = levels.size() < 2 ? 0 : (getWidth() - 2 * MARGIN) / (levels.size() - 1);
        for (var i = 0; i < levels.size(); i++) {
            var x = MARGIN + i * step;
            var y = MARGIN + (HIGHEST - levels.get(i)) * (getHeight() - 2 * MARGIN) / (HIGHEST - 1);
            line.getPoints().addAll(x, y);
            dots.get(i).setCenterX(x);
            dots.get(i).setCenterY(y);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }
}
