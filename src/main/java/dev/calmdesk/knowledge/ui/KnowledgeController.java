package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.SearchBox;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.Search;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;

/// Shows what was found for the question, with chips for the kinds of article.
public final class KnowledgeController {

    @FXML private SearchBox search;
    @FXML private Button follow;
    @FXML private FlowPane kinds;
    @FXML private ListView<Search.Hit> hits;
    @FXML private EmptyState nothing;

    private final KnowledgeViewModel model;
    private final Texts texts;

    public KnowledgeController(KnowledgeViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.textProperty());
        search.setOnDown(hits::requestFocus);
        search.setOnSubmit(this::openFirst);
        follow.disableProperty().bind(model.followingProperty());
        follow.textProperty().bind(model.followingProperty().map(isFollowing ->
                texts.get(isFollowing ? "knowledge.dock.following" : "knowledge.dock.follow_again")));
        hits.setItems(model.hits());
        hits.setCellFactory(list -> new HitCell(texts));
        hits.setOnMouseClicked(click -> openSelected());
        hits.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        model.countsProperty().subscribe(counts -> showKinds());
        model.kindProperty().subscribe(kind -> showKinds());
        model.hits().addListener((javafx.beans.Observable changed) -> showNothing());
        model.readyProperty().subscribe(ready -> showNothing());
        List.of(nothing, hits).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        showNothing();
    }

    private void showNothing() {
        nothing.setVisible(model.hits().isEmpty());
        hits.setVisible(!model.hits().isEmpty());
        nothing.setTitle(texts.get(model.readyProperty().get() ? "knowledge.dock.nothing" : "knowledge.dock.building"));
    }

    private void showKinds() {
        var counts = model.countsProperty().get();
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        kinds.getChildren().setAll(Stream.concat(
                        Stream.of(chip(all == 0 ? texts.get("knowledge.dock.newest") : texts.get("knowledge.dock.all", all), Optional.empty())),
                        Arrays.stream(ArticleKind.values())
                                .filter(kind -> counts.getOrDefault(kind, 0) > 0)
                                .map(kind -> chip(texts.name(kind) + " " + counts.get(kind), Optional.of(kind))))
                .toList());
    }

    private ToggleButton chip(String label, Optional<ArticleKind> kind) {
        var chip = new ToggleButton(label);
        chip.getStyleClass().addAll("chip", "small");
        chip.setSelected(model.kindProperty().get().equals(kind));
        chip.setOnAction(press -> model.kindProperty().set(kind));
        return chip;
    }

    private void openFirst() {
        if (!model.hits().isEmpty()) {
            model.open(model.hits().getFirst().articleId());
        }
    }

    private void openSelected() {
        var selected = hits.getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.open(selected.articleId());
        }
    }

    @FXML
    private void followAgain() {
        model.followAgain();
    }

    public void focusSearch() {
        search.requestFocus();
    }
}
