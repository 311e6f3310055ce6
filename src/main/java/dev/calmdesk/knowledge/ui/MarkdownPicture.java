package dev.calmdesk.knowledge.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// A picture of an article, never wider than its place or itself; its words while it is not here or cannot be drawn
/// (JavaFX draws neither WebP nor SVG).
final class MarkdownPicture extends Region {

    private final ImageView view = new ImageView();
    private final Label words;

    MarkdownPicture(Optional<Path> file, String alternative) {
        words = new Label(alternative);
        words.setWrapText(true);
        words.getStyleClass().addAll("small", "muted");
        view.setPreserveRatio(true);
        view.setAccessibleText(alternative);
        view.setVisible(false);
        getChildren().addAll(words, view);
        file.ifPresent(this::load);
    }

    private void load(Path file) {
        var image = new Image(file.toUri().toString(), true);
        view.setImage(image);
        image.progressProperty().subscribe(progress -> {
            if (progress.doubleValue() >= 1 && !image.isError()) {
                view.setVisible(true);
                words.setVisible(false);
                requestLayout();
            }
        });
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double widthWithin(double width) {
        var own = view.getImage() == null ? 0 : view.getImage().getWidth();
        return width <= 0 ? own : Math.min(width, own);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!view.isVisible()) {
            return words.prefHeight(width);
        }
        return widthWithin(width) * view.getImage().getHeight() / view.getImage().getWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return view.isVisible() ? view.getImage().getWidth() : words.prefWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (view.isVisible()) {
            view.setFitWidth(widthWithin(getWidth()));
            view.relocate(0, 0);
        } else {
            words.resizeRelocate(0, 0, getWidth(), words.prefHeight(getWidth()));
        }
    }
}
