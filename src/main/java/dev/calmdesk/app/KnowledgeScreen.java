package dev.calmdesk.app;

import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.cases.Category;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.knowledge.Acknowledgements;
import dev.calmdesk.knowledge.ArticleRights;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.knowledge.ui.ArticleActs;
import dev.calmdesk.knowledge.ui.ArticleController;
import dev.calmdesk.knowledge.ui.ArticleFootController;
import dev.calmdesk.knowledge.ui.ArticleFootServices;
import dev.calmdesk.knowledge.ui.EditorTools;
import dev.calmdesk.knowledge.ui.KnowledgeController;
import dev.calmdesk.knowledge.ui.KnowledgeViewModel;
import dev.calmdesk.knowledge.ui.LikeCaseController;
import dev.calmdesk.knowledge.ui.NarrowingController;
import dev.calmdesk.people.Actor;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page for reading knowledge: what was found on the left, the article or the like case on the right.
final class KnowledgeScreen {

    private static final double LIST_WIDTH = 380;

    private final Desk desk;
    private final Actor actor;
    private final Navigator navigator;
    private final KnowledgeViewModel model;
    private final ArticleActs acts;

    KnowledgeScreen(Desk desk, Actor actor, Navigator navigator) {
        this.desk = desk;
        this.actor = actor;
        this.navigator = navigator;
        var workspace = desk.workspace();
        model = new KnowledgeViewModel(
                new KnowledgeViewModel.Services(
                        workspace.indexes().articles(), workspace.indexes().cases(), workspace.articles(), workspace.pictures()::file,
                        workspace.database().changes(),
                        () -> LocalDate.ofInstant(workspace.clock().instant(), workspace.zone())),
                actor, desk.background(), desk.texts());
        acts = new ArticleActs(model, desk.pasteboard(), desk.dialogs(), answer -> answer, Optional.empty());
    }

    Screen of(KnowledgePlace place) {
        var list = desk.views().load(
                KnowledgeController.class,
                Map.of(KnowledgeController.class, () -> new KnowledgeController(model, desk.texts(), acts)));
        ((VBox) list.root()).getChildren().add(2, narrowing());
        ((Region) list.root()).setMinWidth(LIST_WIDTH);
        ((Region) list.root()).setPrefWidth(LIST_WIDTH);
        var foot = foot();
        var reading = reading(foot.root());
        HBox.setHgrow(reading, Priority.ALWAYS);
        var columns = new HBox(12, list.root(), reading);
        VBox.setVgrow(columns, Priority.ALWAYS);
        var root = new VBox(12, columns);
        root.getStyleClass().add("screen");
        if (ArticleRights.writes(actor) && !ArticleRights.owns(actor)) { // an owner has it beside the menu of files
            root.getChildren().addFirst(KnowledgePages.choice(desk, navigator, false));
        }
        if (place.articleId() != null) {
            model.open(place.articleId());
        }
        return new Screen(
                root,
                () -> {
                    foot.controller().close();
                    model.close();
                },
                list.controller()::focusSearch, "knowledge.dock.title");
    }

    private Parent narrowing() {
        return desk.views().load(
                        NarrowingController.class,
                        Map.of(NarrowingController.class, () -> new NarrowingController(model, desk.texts(), choices(desk))))
                .root();
    }

    private Parent reading(Parent foot) {
        var article = desk.views().load(
                ArticleController.class,
                Map.of(ArticleController.class, () -> new ArticleController(model, desk.texts(), acts)));
        var like = desk.views().load(
                LikeCaseController.class,
                Map.of(LikeCaseController.class, () -> new LikeCaseController(
                        model, desk.texts(), id -> navigator.go(new CasePlace(id)))));
        VBox.setVgrow(article.root(), Priority.ALWAYS);
        foot.managedProperty().bind(foot.visibleProperty());
        return new StackPane(new VBox(12, article.root(), foot), like.root());
    }

    /// What stands below an article: who answers for it, and what its reader may do with it.
    private Views.Loaded<ArticleFootController> foot() {
        var workspace = desk.workspace();
        var services = new ArticleFootServices(
                workspace.articles(), new Acknowledgements(workspace.database(), workspace.clock()), workspace.people(),
                desk.when()::at, workspace.clock(), workspace.database().changes());
        var tools = new EditorTools(desk.background(), desk.texts(), desk.dialogs(), navigator);
        return desk.views().load(
                ArticleFootController.class,
                Map.of(ArticleFootController.class, () -> new ArticleFootController(model, actor, services, tools)));
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
