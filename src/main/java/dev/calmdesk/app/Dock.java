package dev.calmdesk.app;

import dev.calmdesk.fx.control.Spoken;
import dev.calmdesk.knowledge.ui.ArticleController;
import dev.calmdesk.knowledge.ui.KnowledgeController;
import dev.calmdesk.knowledge.ui.KnowledgeViewModel;
import dev.calmdesk.people.Actor;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The knowledge dock of a window: one for all screens, it follows whatever is being recorded.
final class Dock implements AutoCloseable {

    private final Desk desk;
    private final KnowledgeViewModel model;
    private final KnowledgeController search;
    private final StackPane root = new StackPane();
    private Map<String, String> known = Map.of();
    private BiConsumer<String, String> insert = (code, answer) -> {};

    Dock(Desk desk, Actor actor) {
        this.desk = desk;
        var workspace = desk.workspace();
        model = new KnowledgeViewModel(
                new KnowledgeViewModel.Services(
                        workspace.indexes().articles(), workspace.articles(), workspace.database().changes(),
                        () -> LocalDate.ofInstant(workspace.clock().instant(), workspace.zone())),
                actor, desk.background(), desk.texts());
        var list = desk.views().load(
                KnowledgeController.class,
                Map.of(KnowledgeController.class, () -> new KnowledgeController(model, desk.texts())));
        var article = desk.views().load(
                ArticleController.class,
                Map.of(ArticleController.class, () -> new ArticleController(
                        model, desk.texts(), desk.pasteboard(), desk.dialogs(), this::filled,
                        Optional.of((code, answer) -> insert.accept(code, answer)))));
        search = list.controller();
        root.getChildren().setAll(list.root(), article.root());
        model.openProperty().subscribe(open -> show(list.root(), open == null));
    }

    private static void show(Parent list, boolean isShown) {
        list.setVisible(isShown);
    }

    Node root() {
        return root;
    }

    void focus() {
        search.focusSearch();
    }

    /// Placeholder values that are known now, for the answers of articles.
    void know(Map<String, String> values) {
        known = values;
    }

    private String filled(String answer) {
        return Spoken.parse(
                        answer, name -> Optional.ofNullable(known.get(name)),
                        name -> desk.texts().get("flow.placeholder." + name))
                .plainText();
    }

    /// What is being recorded now.
    void record(String words) {
        model.followedProperty().set(words);
    }

    /// Uses count for this case from now on.
    void serve(@Nullable UUID caseId) {
        model.caseIdProperty().set(caseId);
    }

    /// Where an answer goes: receives an article's code and its answer.
    void insertInto(BiConsumer<String, String> record) {
        insert = record;
    }

    /// Nothing is being recorded any more.
    void rest() {
        model.caseIdProperty().set(null);
        model.followedProperty().set("");
        insert = (code, answer) -> {};
    }

    @Override
    public void close() {
        model.close();
    }
}
