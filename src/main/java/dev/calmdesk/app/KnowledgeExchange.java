package dev.calmdesk.app;

import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.exchange.ui.ExchangeMenuController;
import dev.calmdesk.knowledge.exchange.ui.ExchangeTools;
import dev.calmdesk.knowledge.exchange.ui.ExchangeViewModel;
import dev.calmdesk.knowledge.exchange.ui.ImportController;
import dev.calmdesk.knowledge.exchange.ui.Publisher.Published;
import dev.calmdesk.people.Actor;
import java.util.Map;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Adds to the page of knowledge, for those who own it, the menu for files and the look at an import.
final class KnowledgeExchange {

    private KnowledgeExchange() {}

    static Screen around(Desk desk, Actor actor, Navigator navigator, Screen page) {
        if (!Articles.areOwnedBy(actor)) {
            return page;
        }
        var model = new ExchangeViewModel(
                actor, services(desk, actor),
                new ExchangeTools(desk.background(), desk.texts(), desk.dialogs(), desk.files(), desk.viewer()));
        var menu = desk.views().load(
                ExchangeMenuController.class,
                Map.of(ExchangeMenuController.class, () -> new ExchangeMenuController(model)));
        var look = desk.views().load(
                ImportController.class, Map.of(ImportController.class, () -> new ImportController(model)));
        look.root().visibleProperty().subscribe(isLooking -> {
            page.root().setVisible(!isLooking);
            if (isLooking) {
                look.controller().focus();
            }
        });
        ((HBox) menu.root()).getChildren().addFirst(KnowledgePages.choice(desk, navigator, false));
        page.root().getStyleClass().remove("screen");
        var content = new StackPane(page.root(), look.root());
        VBox.setVgrow(content, Priority.ALWAYS);
        var root = new VBox(12, menu.root(), content);
        root.getStyleClass().add("screen");
        return new Screen(
                root,
                () -> {
                    model.close();
                    page.lifetime().close();
                },
                page.focus(), page.titleKey());
    }

    private static ExchangeViewModel.Services services(Desk desk, Actor actor) {
        var files = KnowledgeFiles.of(desk.workspace());
        return new ExchangeViewModel.Services(files.imports(), files.exports(), folder -> {
            var done = files.publishing().publish(actor, folder, null, desk.texts().language());
            return new Published(done.articles(), done.languages(), done.main());
        });
    }
}
