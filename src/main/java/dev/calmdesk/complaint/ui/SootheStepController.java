package dev.calmdesk.complaint.ui;

import dev.calmdesk.complaint.ui.SootheViewModel.Mood;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.SegmentedChoice;
import java.util.ArrayList;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The first step: soothe.
final class SootheStepController {

    @FXML private VBox root;
    @FXML private SegmentedChoice emotion;
    @FXML private FlowPane moods;
    @FXML private Label offersTitle;
    @FXML private VBox offers;

    private final ComplaintViewModel model;
    private final SootheViewModel soothe;

    SootheStepController(ComplaintViewModel model) {
        this.model = model;
        this.soothe = model.soothe();
    }

    @FXML
    private void initialize() {
        StepFields.bind(root, model);
        emotion.setOptions(IntStream.rangeClosed(1, 5).mapToObj(this::level).toList());
        soothe.levelProperty().subscribe(level -> emotion.setValue(level.intValue() == 0 ? "" : level.toString()));
        emotion.valueProperty().subscribe((before, now) -> {
            if (!now.isEmpty() && Integer.parseInt(now) != soothe.levelProperty().get()) {
                soothe.note(Integer.parseInt(now));
            }
        });
        soothe.moods().addListener((Observable changed) -> showMoods());
        showMoods();
        soothe.offers().addListener((Observable changed) -> showOffers());
        showOffers();
    }

    private Option level(int level) {
        return new Option(Integer.toString(level), level + " " + model.hand().texts().get("complaint.emotion." + level));
    }

    private void showMoods() {
        var nodes = new ArrayList<Node>();
        for (var mood : soothe.moods()) {
            if (!nodes.isEmpty()) {
                nodes.add(new Label("→"));
            }
            nodes.add(pill(mood));
        }
        moods.getChildren().setAll(nodes);
        moods.setVisible(!nodes.isEmpty());
        moods.setManaged(!nodes.isEmpty());
    }

    private Pill pill(Mood mood) {
        return new Pill(mood.time() + "  " + mood.level(), mood.signal());
    }

    private void showOffers() {
        offers.getChildren().setAll(soothe.offers().stream().map(this::offer).toList());
        offersTitle.setVisible(!soothe.offers().isEmpty());
    }

    private Button offer(String sentence) {
        var button = new Button(sentence);
        button.getStyleClass().setAll("button", "offer");
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(Button.USE_PREF_SIZE);
        button.setOnAction(pressed -> soothe.said(sentence));
        return button;
    }
}
