package dev.calmdesk.app;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.ui.CaseController;
import dev.calmdesk.cases.ui.CaseFormsController;
import dev.calmdesk.cases.ui.CaseHistoryController;
import dev.calmdesk.cases.ui.CasePanel;
import dev.calmdesk.cases.ui.CasePromisesController;
import dev.calmdesk.cases.ui.CaseServices;
import dev.calmdesk.cases.ui.CaseViewModel;
import dev.calmdesk.cases.ui.CaseWays;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.people.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.layout.VBox;

/// Puts the page of a case together with the panel that its kind adds.
final class CaseScreen implements CaseWays {

    private final Desk desk;
    private final Actor actor;
    private final Navigator navigator;

    CaseScreen(Desk desk, Actor actor, Navigator navigator) {
        this.desk = desk;
        this.actor = actor;
        this.navigator = navigator;
    }

    Screen of(UUID caseId) {
        var workspace = desk.workspace();
        var words = desk.caseWords();
        var model = new CaseViewModel(
                caseId,
                new CaseServices(
                        workspace.cases(), workspace.promises(), workspace.transfers(), workspace.clocks(),
                        workspace.people()),
                words, desk.chronicle(), actor, desk.background());
        model.follow(workspace.database().changes());
        var view = desk.views().load(CaseController.class, Map.of(
                CaseController.class, () -> new CaseController(model, words, this, desk.pasteboard()),
                CaseFormsController.class, () -> new CaseFormsController(model, words),
                CasePromisesController.class, () -> new CasePromisesController(model, words),
                CaseHistoryController.class, () -> new CaseHistoryController(model, words)));
        return new Screen(view.root(), model, view.controller()::focus, "app.rail.cases");
    }

    @Override
    public void goOn(Case subject) {
        desk.background()
                .run("open draft", () -> desk.workspace().drafts().openOn(
                        actor, subject.id(), subject.kind().name(), subject.step(), subject.customerId()))
                .then(draft -> navigator.go(new ContactPlace(draft.id())))
                .onProblem(desk.dialogs()::problem);
    }

    @Override
    public void openCustomer(UUID customerId) {}

    @Override
    public CasePanel panel(Case subject) {
        return new CasePanel(new VBox(), Optional.empty(), () -> {});
    }
}
