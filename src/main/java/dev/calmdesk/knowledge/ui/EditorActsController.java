package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.KeyHint;
import dev.calmdesk.knowledge.ArticleAct;
import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What can be done with the article in the editor, by right; and what others did to it meanwhile.
public final class EditorActsController {

    @FXML private VBox banner;
    @FXML private Label bannerWords;
    @FXML private FlowPane bannerActs;
    @FXML private VBox compared;
    @FXML private Label saved;
    @FXML private HBox why;
    @FXML private TextField whyWords;
    @FXML private FlowPane acts;

    private final ArticleEditorViewModel model;
    private final EditorChoices choices;
    private final Texts texts;
    private Button discard = new Button();

    public EditorActsController(ArticleEditorViewModel model, EditorChoices choices) {
        this.model = model;
        this.choices = choices;
        this.texts = model.tools().texts();
    }

    @FXML
    private void initialize() {
        List.of(banner, compared, why).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        why.setVisible(false);
        Enter.submits(whyWords, this::sendBack);
        model.meanwhileProperty().subscribe(meanwhile -> meanwhile.ifPresentOrElse(this::tell, () -> banner.setVisible(false)));
        model.openedProperty().subscribe(opened -> showActs());
        model.form().editsProperty().subscribe(edits -> showDiscard());
        model.form().savedAtProperty().subscribe(at -> saved.setText(
                at == null ? "" : texts.get("knowledge.editor.saved", model.services().at().apply(at))));
        model.form().failingProperty().subscribe(failing -> {
            if (failing) {
                saved.setText(texts.get("knowledge.editor.not_saved"));
            }
        });
    }

    private void tell(ArticleEditorViewModel.Meanwhile meanwhile) {
        var isDisputed = !meanwhile.disputed().isEmpty();
        var names = isDisputed ? meanwhile.disputed() : meanwhile.changed();
        bannerWords.setText(texts.get(
                isDisputed ? "knowledge.editor.disputed" : "knowledge.editor.meanwhile", meanwhile.who(),
                names.stream().map(field -> texts.get("field." + field)).collect(Collectors.joining(" · "))));
        bannerActs.getChildren().clear();
        compared.setVisible(false);
        if (isDisputed) {
            add(bannerActs, "knowledge.editor.compare", () -> compare(meanwhile));
            add(bannerActs, "knowledge.editor.take_theirs", model::takeTheirs);
            add(bannerActs, "knowledge.editor.keep_mine", model::keepMine);
        } else {
            add(bannerActs, "knowledge.editor.understood", model::dismiss);
        }
        banner.setVisible(true);
    }

    private void compare(ArticleEditorViewModel.Meanwhile meanwhile) {
        var comparison = new Comparison(texts, choices);
        comparison.show(model.openedProperty().get().form(), model.form().values(), meanwhile.disputed());
        var legend = new Label(texts.get("knowledge.editor.compare_legend"));
        legend.getStyleClass().addAll("small", "muted");
        compared.getChildren().setAll(legend, comparison);
        compared.setVisible(true);
    }

    private void showActs() {
        acts.getChildren().clear();
        var rights = model.rights();
        discard = add(acts, "knowledge.editor.discard", model::discard);
        discard.getStyleClass().add("quiet");
        showDiscard();
        if (model.mayWrite()) {
            add(acts, "knowledge.editor.keep", model::keep).setGraphic(new KeyHint("Ctrl S"));
        }
        for (var act : List.of(
                ArticleAct.CHECK, ArticleAct.ARCHIVE, ArticleAct.SEND_BACK, ArticleAct.BRING_BACK, ArticleAct.OFFER,
                ArticleAct.REVIEW, ArticleAct.PUBLISH)) {
            if (rights.may(act)) {
                var button = add(acts, "knowledge.editor.act." + act.word(), () -> act(act));
                if (model.mainAct().filter(act::equals).isPresent()) {
                    button.getStyleClass().add("primary");
                    button.setGraphic(new KeyHint("Ctrl ↵"));
                }
            }
        }
    }

    private void showDiscard() {
        discard.setVisible(model.isTyped());
        discard.setManaged(model.isTyped());
    }

    private void act(ArticleAct act) {
        if (act == ArticleAct.SEND_BACK) {
            why.setVisible(true);
            whyWords.requestFocus();
        } else {
            try {
                model.act(act, "");
            } catch (Problem problem) {
                model.tools().dialogs().problem(problem);
            }
        }
    }

    @FXML
    private void sendBack() {
        model.act(ArticleAct.SEND_BACK, whyWords.getText());
    }

    private Button add(FlowPane pane, String textKey, Runnable act) {
        var button = new Button(texts.get(textKey));
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setId(textKey.substring(textKey.lastIndexOf('.') + 1));
        button.setOnAction(press -> act.run());
        pane.getChildren().add(button);
        return button;
    }
}
