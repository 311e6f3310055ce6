package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.KeyHint;
import dev.calmdesk.fx.control.SearchBox;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.Search.Results.Nature;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// Shows what was found for the question, with chips for the kinds of it. Beside a record what is selected is acted on; on
/// a page of its own, where it is read beside the list, it is opened.
public final class KnowledgeController {

    @FXML private SearchBox search;
    @FXML private Button follow;
    @FXML private FlowPane shelves;
    @FXML private Label instead;
    @FXML private ListView<KnowledgeHit> hits;
    @FXML private EmptyState nothing;
    @FXML private Button missing;
    @FXML private FlowPane acts;
    @FXML private KeyHint keys;

    private final KnowledgeViewModel model;
    private final Texts texts;
    private final ArticleActs articles;

    public KnowledgeController(KnowledgeViewModel model, Texts texts, ArticleActs articles) {
        this.model = model;
        this.texts = texts;
        this.articles = articles;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.textProperty());
        search.setOnDown(hits::requestFocus);
        search.setOnSubmit(this::openSelected);
        follow.disableProperty().bind(model.followingProperty());
        follow.textProperty().bind(model.followingProperty().map(isFollowing ->
                texts.get(isFollowing ? "knowledge.dock.following" : "knowledge.dock.follow_again")));
        hits.setItems(model.hits());
        hits.setCellFactory(list -> new HitCell(texts));
        hits.setOnMouseClicked(click -> {
            if (click.getClickCount() > 1 || !isBesideRecord()) {
                openSelected();
            }
        });
        hits.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        if (isBesideRecord()) {
            model.selectedProperty().subscribe(this::select);
        }
        hits.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.selectedProperty().set(chosen);
            }
        });
        List.of(nothing, hits, instead, missing, acts, follow).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        List.of(acts, follow).forEach(node -> node.setVisible(isBesideRecord()));
        keys.setKeys(isBesideRecord() ? "F3" : "");
        model.answerProperty().subscribe(answer -> showAnswer());
        model.shelfProperty().subscribe(shelf -> showShelves());
        model.hits().addListener((javafx.beans.Observable changed) -> showAnswer());
    }

    private boolean isBesideRecord() {
        return articles.insertInto().isPresent();
    }

    private void select(@Nullable KnowledgeHit hit) {
        hits.getSelectionModel().select(hit);
        acts.setVisible(hit instanceof KnowledgeHit.OfArticle);
    }

    private void showAnswer() {
        var answer = model.answerProperty().get();
        nothing.setVisible(model.hits().isEmpty());
        hits.setVisible(!model.hits().isEmpty());
        nothing.setTitle(texts.get(answer.ready() ? "knowledge.dock.nothing" : "knowledge.dock.building"));
        var isInstead = answer.nature() != Nature.FOUND && model.shelfProperty().get().articles();
        instead.setVisible(isInstead && !model.hits().isEmpty());
        instead.setText(isInstead ? texts.name(answer.nature()) : "");
        missing.setVisible(answer.ready() && !answer.typed().isBlank() && !model.followingProperty().get());
        showShelves();
    }

    @FXML
    private void reportMissing() {
        articles.missing();
        missing.setVisible(false);
    }

    private void showShelves() {
        var answer = model.answerProperty().get();
        var all = answer.articles() + answer.cases();
        var isFound = answer.nature() == Nature.FOUND && all > 0;
        var kinds = Arrays.stream(ArticleKind.values())
                .filter(kind -> isFound && answer.counts().getOrDefault(kind, 0) > 0)
                .map(kind -> chip(texts.name(kind) + " " + answer.counts().get(kind), Shelf.of(kind)));
        var cases = Stream.of(answer.cases())
                .filter(count -> count > 0)
                .map(count -> chip(texts.get("knowledge.dock.cases", count), Shelf.CASES));
        var first = chip(
                answer.typed().isBlank() ? texts.get("knowledge.dock.newest") : texts.get("knowledge.dock.all", all), Shelf.ALL);
        shelves.getChildren().setAll(Stream.of(Stream.of(first), kinds, cases).flatMap(chips -> chips).toList());
    }

    private ToggleButton chip(String label, Shelf shelf) {
        var chip = new ToggleButton(label);
        chip.getStyleClass().addAll("chip", "small");
        chip.setSelected(model.shelfProperty().get().equals(shelf));
        chip.setOnAction(press -> model.shelfProperty().set(shelf));
        return chip;
    }

    @FXML
    private void openSelected() {
        var selected = model.selectedProperty().get();
        if (selected != null) {
            model.open(selected);
        }
    }

    private void onArticle(Consumer<Article> act) {
        if (model.selectedProperty().get() instanceof KnowledgeHit.OfArticle selected) {
            model.withArticle(selected.id(), act);
        }
    }

    @FXML
    private void insert() {
        onArticle(articles::insert);
    }

    @FXML
    private void copy() {
        onArticle(articles::copy);
    }

    @FXML
    private void didNotHelp() {
        onArticle(article -> articles.didNotHelp(article.id()));
    }

    @FXML
    private void followAgain() {
        model.followAgain();
    }

    public void focusSearch() {
        search.requestFocus();
    }
}
