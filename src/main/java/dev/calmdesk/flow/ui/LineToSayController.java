package dev.calmdesk.flow.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.flow.Moment;
import dev.calmdesk.fx.Pasteboard;
import dev.calmdesk.fx.control.SpokenLine;
import java.util.Arrays;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// Shows the line to say, with the moments that fit now beside it.
public final class LineToSayController {

    /// As many as stand in one row beside the menu, so that the form keeps its height; the menu has all others.
    private static final int MOMENTS_IN_SIGHT = 4;

    @FXML private Label caption;
    @FXML private Label position;
    @FXML private SpokenLine spoken;
    @FXML private FlowPane moments;

    private final LineToSayViewModel model;
    private final Texts texts;
    private final Pasteboard pasteboard;

    public LineToSayController(LineToSayViewModel model, Texts texts, Pasteboard pasteboard) {
        this.model = model;
        this.texts = texts;
        this.pasteboard = pasteboard;
    }

    @FXML
    private void initialize() {
        model.spokenProperty().subscribe(line -> spoken.show(line));
        position.textProperty().bind(model.positionProperty());
        model.momentProperty().subscribe(moment -> {
            caption.setText(texts.get("flow.line.caption", texts.name(moment)));
            markChosen();
        });
        model.stageProperty().subscribe(stage -> showMoments());
    }

    private void showMoments() {
        var others = new MenuButton(texts.get("flow.line.other"));
        others.getStyleClass().addAll("quiet", "small");
        others.setFocusTraversable(false);
        others.setTooltip(new Tooltip(texts.get("flow.line.moment_key")));
        var inSight = model.moments().stream().limit(MOMENTS_IN_SIGHT).toList();
        others.getItems().setAll(Stream.concat(model.moments().stream(), Arrays.stream(Moment.values()))
                .filter(moment -> !inSight.contains(moment))
                .distinct()
                .map(this::item)
                .toList());
        moments.getChildren().setAll(inSight.stream().map(this::chip).toList());
        moments.getChildren().add(others);
        markChosen();
    }

    private ToggleButton chip(Moment moment) {
        var chip = new ToggleButton(texts.name(moment));
        chip.getStyleClass().addAll("chip", "small");
        chip.setUserData(moment);
        chip.setFocusTraversable(false);
        chip.setOnAction(press -> {
            model.choose(moment);
            markChosen();
        });
        return chip;
    }

    private MenuItem item(Moment moment) {
        var item = new MenuItem(texts.name(moment));
        item.setOnAction(press -> model.choose(moment));
        return item;
    }

    private void markChosen() {
        moments.getChildren().forEach(node -> {
            if (node instanceof ToggleButton chip) {
                chip.setSelected(chip.getUserData() == model.momentProperty().get());
            }
        });
    }

    @FXML
    private void next() {
        model.next();
    }

    /// The next moment that fits, after the last the first.
    public void nextMoment() {
        var fitting = model.moments();
        if (!fitting.isEmpty()) {
            var at = fitting.indexOf(model.momentProperty().get());
            model.choose(fitting.get((at + 1) % fitting.size()));
        }
    }

    /// The next variant of the line.
    public void nextVariant() {
        model.next();
    }

    @FXML
    public void copy() {
        pasteboard.put(model.spokenProperty().get().plainText());
    }
}
