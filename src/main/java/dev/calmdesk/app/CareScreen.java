package dev.calmdesk.app;

import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.knowledge.ArticleTasks;
import dev.calmdesk.knowledge.KnowledgeFigures;
import dev.calmdesk.knowledge.Writings;
import dev.calmdesk.knowledge.ui.CareController;
import dev.calmdesk.knowledge.ui.CareServices;
import dev.calmdesk.knowledge.ui.CareViewModel;
import dev.calmdesk.knowledge.ui.EditorTools;
import dev.calmdesk.people.Actor;
import java.util.Map;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page for looking after knowledge.
final class CareScreen {

    private CareScreen() {}

    static Screen of(Desk desk, Actor actor, Navigator navigator) {
        var workspace = desk.workspace();
        var services = new CareServices(
                workspace.articles(), new ArticleTasks(workspace.database(), workspace.clock()),
                new Writings(workspace.database(), workspace.clock()),
                new KnowledgeFigures(workspace.database()), desk.when(), workspace.database().changes());
        var tools = new EditorTools(desk.background(), desk.texts(), desk.dialogs(), navigator);
        var model = new CareViewModel(
                actor, services, tools, workspace.ids(), caseId -> navigator.go(new CasePlace(caseId)));
        var view = desk.views().load(CareController.class, Map.of(CareController.class, () -> new CareController(model)));
        var root = new VBox(12, KnowledgePages.choice(desk, navigator, true), view.root());
        VBox.setVgrow(view.root(), Priority.ALWAYS);
        root.getStyleClass().add("screen");
        return new Screen(root, model, view.controller()::focus, "knowledge.page.care");
    }
}
