package dev.calmdesk.app;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.ui.ComplaintPanel;
import dev.calmdesk.complaint.ui.ComplaintServices;
import dev.calmdesk.complaint.ui.ComplaintTools;
import dev.calmdesk.complaint.ui.ComplaintViewModel;
import dev.calmdesk.complaint.ui.ComplaintWork;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.flow.Stage;
import dev.calmdesk.fx.FormBuffer;
import dev.calmdesk.inquiry.ui.InquiryController;
import dev.calmdesk.inquiry.ui.InquiryReference;
import dev.calmdesk.inquiry.ui.InquiryViewModel;
import dev.calmdesk.people.Actor;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Makes the panel of a flow: the steps of a complaint or of an inquiry.
final class FlowPanels {

    private final Desk desk;
    private final Actor actor;
    private final Consumer<UUID> finished;
    private final Runnable closed;
    private final Consumer<UUID> look;

    /// A panel on the screen.
    ///
    /// @param stage where the contact stands, for line and knowledge
    /// @param placeLine puts the line to say between the steps and the form
    /// @param know receives placeholder values that do not come from the forms
    record Panel(
            Parent root,
            ObservableValue<Stage> stage,
            Consumer<Node> placeLine,
            Consumer<Map<String, String>> know,
            AutoCloseable lifetime)
            implements AutoCloseable {
        @Override
        public void close() throws Exception {
            lifetime.close();
        }
    }

    /// @param finished receives the draft that the flow brought to its end
    /// @param closed runs when the case is closed while the contact goes on
    /// @param look shows another case
    FlowPanels(Desk desk, Actor actor, Consumer<UUID> finished, Runnable closed, Consumer<UUID> look) {
        this.desk = desk;
        this.actor = actor;
        this.finished = finished;
        this.closed = closed;
        this.look = look;
    }

    Panel of(Draft draft, Case subject, FormBuffer form, Dock dock) {
        return subject.kind() == CaseKind.COMPLAINT
                ? complaint(draft, subject, form, dock)
                : inquiry(draft, subject, form, dock);
    }

    private Panel inquiry(Draft draft, Case subject, FormBuffer form, Dock dock) {
        var workspace = desk.workspace();
        var services = new InquiryReference.Services(
                workspace.inquiries(), workspace.promises(), workspace.drafts(), workspace.workplace(),
                workspace.catalogue());
        var model = new InquiryViewModel(services, actor, draft, form, desk.background(), desk.texts());
        var view = desk.views().load(
                InquiryController.class,
                Map.of(InquiryController.class, () -> new InquiryController(model, desk.texts())));
        dock.insertInto(model::answerFrom);
        model.filedProperty().subscribe(filed -> {
            if (filed != null) {
                desk.dialogs().notice("inquiry.filed", filed.number());
                finished.accept(draft.id());
            }
        });
        model.load(subject);
        model.follow(workspace.database().changes());
        return new Panel(view.root(), model.stageProperty(), view.controller()::placeLine, known -> {}, () -> {
            view.controller().close();
            model.close();
        });
    }

    private Panel complaint(Draft draft, Case subject, FormBuffer form, Dock dock) {
        var workspace = desk.workspace();
        var services = new ComplaintServices(
                workspace.complaints(), workspace.remedies(), workspace.departmentTasks(), workspace.followUps(),
                workspace.suggestions(), workspace.evidenceFiles(), workspace.promises(), workspace.transfers(), workspace.cases(),
                workspace.clocks(), workspace.drafts(), workspace.catalogue(), workspace.lines(),
                workspace.workplace(), workspace.people());
        var model = new ComplaintViewModel(
                services, actor, new ComplaintWork(subject.id(), draft.id(), form, look),
                new ComplaintTools(
                        desk.background(), desk.dialogs(), desk.files(), desk.viewer(), workspace.database().changes(), desk.texts(),
                        desk.when()));
        var view = ComplaintPanel.load(desk.views(), model);
        dock.insertInto((code, answer) -> insert(model, answer));
        model.subjectProperty().subscribe((before, now) -> {
            if (before != null && before.isOpen() && now != null && !now.isOpen()) {
                closed.run();
            }
        });
        return new Panel(
                view.root(), model.stageProperty(), view.controller()::placeLine, model.soothe().knownProperty()::set,
                model);
    }

    /// The words of an article belong to the plan while one is made, and to the record before.
    private static void insert(ComplaintViewModel model, String answer) {
        var step = model.stepProperty().get();
        var field = model.field(step == ComplaintStep.RESOLVE || step == ComplaintStep.FOLLOW_UP
                ? "decision.plan"
                : "soothing.remark");
        field.set(field.get().isBlank() ? answer : field.get() + "\n" + answer);
    }
}
