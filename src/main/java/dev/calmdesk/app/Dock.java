package dev.calmdesk.app;

import dev.calmdesk.fx.control.Spoken;
import dev.calmdesk.knowledge.ui.ArticleActs;
import dev.calmdesk.knowledge.ui.ArticleController;
import dev.calmdesk.knowledge.ui.KnowledgeController;
import dev.calmdesk.knowledge.ui.KnowledgeViewModel;
import dev.calmdesk.knowledge.ui.LikeCaseController;
import dev.calmdesk.people.Actor;
import dev.calmdesk.search.RecordedQuery;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
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

    /// @param openCase opens a case on its page
    Dock(Desk desk, Actor actor, Consumer<UUID> openCase) {
        this.desk = desk;
        var workspace = desk.workspace();
        model = new KnowledgeViewModel(
                new KnowledgeViewModel.Services(
                        workspace.indexes().articles(), workspace.indexes().cases(), workspace.articles(), workspace.pictures()::file, workspace.database().changes(),
                        () -> LocalDate.ofInstant(workspace.clock().instant(), workspace.zone())),
                actor, desk.background(), desk.texts());
        var acts = new ArticleActs(
                model, desk.pasteboard(), desk.dialogs(), this::filled,
                Optional.of((code, answer) -> insert.accept(code, answer)));
        var list = desk.views().load(
                KnowledgeController.class,
                Map.of(KnowledgeController.class, () -> new KnowledgeController(model, desk.texts(), acts)));
        var article = desk.views().load(
                ArticleController.class,
                Map.of(ArticleController.class, () -> new ArticleController(model, desk.texts(), acts)));
        var like = desk.views().load(
                LikeCaseController.class,
                Map.of(LikeCaseController.class, () -> new LikeCaseController(model, desk.texts(), openCase)));
        search = list.controller();
        root.getChildren().setAll(list.root(), article.root(), like.root());
        list.root().visibleProperty().bind(model.openProperty().isNull().and(model.openCaseProperty().isNull()));
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
    void record(RecordedQuery words) {
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
        model.followedProperty().set(RecordedQuery.NONE);
        insert = (code, answer) -> {};
    }

    @Override
    public void close() {
        model.close();
    }
}
