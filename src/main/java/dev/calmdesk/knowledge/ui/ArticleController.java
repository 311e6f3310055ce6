package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleFlaw;
import java.util.Arrays;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows one article: what to say first, then the background, then what one can do with it.
public final class ArticleController {

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Pill kind;
    @FXML private Pill mustRead;
    @FXML private Label question;
    @FXML private Label answer;
    @FXML private VBox detail;
    @FXML private Label meta;
    @FXML private Button insert;
    @FXML private MenuButton report;
    @FXML private HBox words;
    @FXML private TextField flawWords;

    private final KnowledgeViewModel model;
    private final Texts texts;
    private final ArticleActs acts;
    private ArticleFlaw flaw = ArticleFlaw.WRONG;

    public ArticleController(KnowledgeViewModel model, Texts texts, ArticleActs acts) {
        this.model = model;
        this.texts = texts;
        this.acts = acts;
    }

    @FXML
    private void initialize() {
        List.of(root, mustRead, insert, words).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        insert.setVisible(acts.insertInto().isPresent());
        words.setVisible(false);
        mustRead.show(texts.get("knowledge.dock.must_read"), Signal.LATE);
        report.getItems().setAll(Arrays.stream(ArticleFlaw.values()).map(this::item).toList());
        Enter.submits(flawWords, this::send);
        model.openProperty().subscribe(this::show);
    }

    private MenuItem item(ArticleFlaw chosen) {
        var item = new MenuItem(texts.name(chosen));
        item.setOnAction(press -> {
            flaw = chosen;
            flawWords.setPromptText(texts.get("knowledge.article.flaw_words", texts.name(chosen)));
            words.setVisible(true);
            flawWords.requestFocus();
        });
        return item;
    }

    private void show(@Nullable Article article) {
        root.setVisible(article != null);
        words.setVisible(false);
        if (article != null) {
            title.setText(article.title());
            kind.show(texts.name(article.kind()), Signal.NEUTRAL);
            mustRead.setVisible(article.mustRead());
            question.setText(article.question());
            answer.setText(acts.wording().apply(article.answer()));
            detail.getChildren().setAll(new MarkdownNodes(model.pictures()).of(article.detail()));
            meta.setText(article.validTo() == null
                    ? texts.get("knowledge.article.meta", article.owner(), article.validFrom())
                    : texts.get("knowledge.article.meta_until", article.owner(), article.validFrom(), article.validTo()));
        }
    }

    @FXML
    private void insert() {
        var article = model.openProperty().get();
        if (article != null) {
            acts.insert(article);
        }
    }

    @FXML
    private void copy() {
        var article = model.openProperty().get();
        if (article != null) {
            acts.copy(article);
        }
    }

    @FXML
    private void didNotHelp() {
        var article = model.openProperty().get();
        if (article != null) {
            acts.didNotHelp(article.id());
        }
    }

    @FXML
    private void send() {
        model.report(flaw, flawWords.getText(), () -> {
            words.setVisible(false);
            flawWords.clear();
            acts.dialogs().notice("knowledge.article.reported");
        });
    }

    @FXML
    private void close() {
        model.closeOpened();
    }
}
