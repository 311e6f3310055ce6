package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.knowledge.ByMeaning;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/// The card of the settings in which a desk chooses whether to search by meaning, too.
public final class ByMeaningController {

    @FXML private CheckBox wanted;
    @FXML private Label hint;

    private final ByMeaning choice;
    private final Background background;
    private final Texts texts;

    public ByMeaningController(ByMeaning choice, Background background, Texts texts) {
        this.choice = choice;
        this.background = background;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        wanted.setSelected(choice.isWanted());
        wanted.setDisable(true);
        background.run("look whether meaning can be told", choice::isAvailable).then(this::show);
    }

    private void show(boolean isAvailable) {
        wanted.setDisable(!isAvailable);
        wanted.setSelected(isAvailable && choice.isWanted());
        hint.setText(texts.get(isAvailable ? "knowledge.by_meaning.hint" : "knowledge.by_meaning.unavailable"));
    }

    @FXML
    private void choose() {
        var isWanted = wanted.isSelected();
        background.run("choose to search by meaning", () -> choice.choose(isWanted));
    }
}
