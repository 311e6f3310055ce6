package dev.calmdesk.app;

import dev.calmdesk.cases.Category;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.knowledge.ui.ArticleActs;
import dev.calmdesk.knowledge.ui.ArticleController;
import dev.calmdesk.knowledge.ui.KnowledgeController;
import dev.calmdesk.knowledge.ui.KnowledgeViewModel;
import dev.calmdesk.knowledge.ui.LikeCaseController;
import dev.calmdesk.knowledge.ui.NarrowingController;
import dev.calmdesk.people.Actor;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page for reading knowledge: what was found on the left, the article on the right.
final class KnowledgeScreen {

    private static final double LIST_WIDTH = 380;

    private KnowledgeScreen() {}

    static Screen of(Desk desk, Actor actor, KnowledgePlace place, Consumer<UUID> openCase) {
        var workspace = desk.workspace();
        var model = new KnowledgeViewModel(
                new KnowledgeViewModel.Services(
                        workspace.indexes().articles(), workspace.indexes().cases(), workspace.articles(), workspace.database().changes(),
                        () -> LocalDate.ofInstant(workspace.clock().instant(), workspace.zone())),
                actor, desk.background(), desk.texts());
        var acts = new ArticleActs(model, desk.pasteboard(), desk.dialogs(), answer -> answer, Optional.empty());
        var list = desk.views().load(
                KnowledgeController.class,
                Map.of(KnowledgeController.class, () -> new KnowledgeController(model, desk.texts(), acts)));
        var article = desk.views().load(
                ArticleController.class,
                Map.of(ArticleController.class, () -> new ArticleController(model, desk.texts(), acts)));
        var like = desk.views().load(
                LikeCaseController.class,
                Map.of(LikeCaseController.class, () -> new LikeCaseController(model, desk.texts(), openCase)));
        var narrowing = desk.views().load(
                NarrowingController.class,
                Map.of(NarrowingController.class, () -> new NarrowingController(model, desk.texts(), choices(desk))));
        ((VBox) list.root()).getChildren().add(2, narrowing.root());
        var reading = new StackPane(article.root(), like.root());
        var root = new HBox(12, list.root(), reading);
        root.getStyleClass().add("screen");
        ((Region) list.root()).setMinWidth(LIST_WIDTH);
        ((Region) list.root()).setPrefWidth(LIST_WIDTH);
        HBox.setHgrow(reading, Priority.ALWAYS);
        if (place.articleId() != null) {
            model.open(place.articleId());
        }
        return new Screen(root, model, list.controller()::focusSearch, "knowledge.dock.title");
    }

    private static NarrowingController.Choices choices(Desk desk) {
        var language = desk.texts().language();
        return new NarrowingController.Choices(
                desk.workspace().workplace().all(Category.TOPIC).stream()
                        .flatMap(top -> Stream.concat(
                                Stream.of(new Option(top.code(), top.name().in(language))),
                                top.children().stream().map(leaf -> new Option(
                                        leaf.code(), top.name().in(language) + " · " + leaf.name().in(language)))))
                        .toList(),
                desk.workspace().catalogue().products().stream()
                        .map(product -> new Option(product.sku(), product.name(language)))
                        .toList());
    }
}
