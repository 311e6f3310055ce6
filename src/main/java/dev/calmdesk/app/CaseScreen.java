package dev.calmdesk.app;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.ui.CaseController;
import dev.calmdesk.cases.ui.CaseFormsController;
import dev.calmdesk.cases.ui.CaseHistoryController;
import dev.calmdesk.cases.ui.CasePanel;
import dev.calmdesk.cases.ui.CasePromisesController;
import dev.calmdesk.cases.ui.CaseServices;
import dev.calmdesk.cases.ui.CaseViewModel;
import dev.calmdesk.cases.ui.CaseWays;
import dev.calmdesk.complaint.ui.ComplaintRecordController;
import dev.calmdesk.complaint.ui.ComplaintRecordServices;
import dev.calmdesk.complaint.ui.ComplaintRecordTools;
import dev.calmdesk.complaint.ui.ComplaintRecordViewModel;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.inquiry.ui.InquiryRecordController;
import dev.calmdesk.inquiry.ui.InquiryRecordViewModel;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.PresenceState;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

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
                        workspace.unsent(), workspace.people()),
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
        work(() -> desk.workspace().drafts().openOn(
                actor, subject.id(), subject.kind().name(), subject.step(), subject.customerId()));
    }

    @Override
    public void callBack(Case subject) {
        work(() -> {
            var draft = desk.workspace().drafts().callBack(actor, subject);
            desk.workspace().presences().switchTo(actor, PresenceState.BUSY);
            return draft;
        });
    }

    private void work(Callable<Draft> begin) {
        desk.background()
                .run("open draft", begin)
                .then(draft -> navigator.go(new ContactPlace(draft.id())))
                .onProblem(desk.dialogs()::problem);
    }

    @Override
    public CasePanel panel(Case subject) {
        return subject.kind() == CaseKind.COMPLAINT ? complaint(subject) : inquiry(subject);
    }

    private CasePanel complaint(Case subject) {
        var workspace = desk.workspace();
        var services = new ComplaintRecordServices(
                workspace.complaints(), workspace.remedies(), workspace.departmentTasks(), workspace.evidenceFiles(),
                workspace.people(), workspace.workplace());
        var model = new ComplaintRecordViewModel(
                subject.id(), services, desk.chronicle(), actor,
                new ComplaintRecordTools(desk.background(), desk.dialogs(), desk.files(), desk.viewer()));
        model.follow(workspace.database().changes());
        var view = desk.views().load(
                ComplaintRecordController.class,
                Map.of(ComplaintRecordController.class, () -> new ComplaintRecordController(
                        model, desk.texts(), () -> goOn(subject))));
        return new CasePanel(view.root(), Optional.of(view.controller().attention()), model);
    }

    private CasePanel inquiry(Case subject) {
        var model = new InquiryRecordViewModel(
                subject.id(), desk.workspace().inquiries(), desk.chronicle(), desk.background());
        model.follow(desk.workspace().database().changes());
        var view = desk.views().load(
                InquiryRecordController.class,
                Map.of(InquiryRecordController.class, () -> new InquiryRecordController(model, desk.texts())));
        return new CasePanel(view.root(), Optional.empty(), model);
    }
}
