package dev.calmdesk.app;

import dev.calmdesk.base.Changes;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.contact.History;
import dev.calmdesk.contact.ui.ContactController;
import dev.calmdesk.contact.ui.ContactViewModel;
import dev.calmdesk.contact.ui.CustomerPanelController;
import dev.calmdesk.contact.ui.CustomerPanelViewModel;
import dev.calmdesk.flow.ui.LineToSayController;
import dev.calmdesk.flow.ui.LineToSayViewModel;
import dev.calmdesk.fx.FormBuffer;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.SceneKeys;
import dev.calmdesk.fx.Views;
import dev.calmdesk.home.HomePlace;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.PresenceState;
import dev.calmdesk.privacy.Erasures;
import dev.calmdesk.privacy.ui.EraseCustomerController;
import dev.calmdesk.privacy.ui.EraseCustomerViewModel;
import dev.calmdesk.workplace.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Puts the contact screen together: customer panel, line to say, the flow of the matter and the knowledge dock, each of
/// which knows only its own feature.
final class ContactScreen implements AutoCloseable {

    private final Desk desk;
    private final Actor actor;
    private final Navigator navigator;
    private final OpenForms forms;
    private final Dock dock;
    private final StackPane root = new StackPane();
    private final List<AutoCloseable> always = new ArrayList<>();
    private final List<AutoCloseable> lifetime = new ArrayList<>();
    private @Nullable Caller caller;
    private @Nullable Parts parts;

    /// Who is on the line stays on the screen when the rest is built anew.
    private record Caller(CustomerPanelViewModel model, Views.Loaded<CustomerPanelController> panel) {}

    /// The pieces that are on the screen now.
    private record Parts(
            ContactViewModel contact,
            ContactController frame,
            CustomerPanelViewModel customer,
            LineToSayViewModel line,
            LineToSayController lineToSay,
            FormBuffer form) {}

    /// What the screen needs to know before it can show anything.
    private record Opening(Draft draft, @Nullable Case subject, Optional<Company> company) {}

    ContactScreen(Desk desk, Actor actor, Navigator navigator, OpenForms forms, Dock dock) {
        this.desk = desk;
        this.actor = actor;
        this.navigator = navigator;
        this.forms = forms;
        this.dock = dock;
        SceneKeys.hearFirst(root, this::pressed);
    }

    Parent root() {
        return root;
    }

    void open(UUID draftId) {
        desk.background().run("open contact", () -> read(draftId)).then(this::show).onProblem(problem -> {
            desk.dialogs().problem(problem);
            navigator.go(new HomePlace());
        });
    }

    private Opening read(UUID draftId) {
        var workspace = desk.workspace();
        var draft = workspace.drafts().require(draftId);
        var subject = draft.caseId() == null ? null : workspace.cases().find(draft.caseId()).orElse(null);
        return new Opening(draft, subject, workspace.workplace().first(Company.TOPIC, any -> true));
    }

    private void show(Opening opening) {
        var workspace = desk.workspace();
        var draft = opening.draft();
        var contact = keep(new ContactViewModel(
                draft, workspace.contacts(), workspace.presences(), actor, desk.background(), workspace.clock()));
        var line = keep(new LineToSayViewModel(workspace.lines(), desk.texts(), desk.background()));
        var acts = new ContactController.Acts(
                () -> settle(CaseKind.COMPLAINT), () -> settle(CaseKind.INQUIRY), this::leave, this::left);
        var frame = desk.views().load(
                ContactController.class,
                Map.of(ContactController.class, () -> new ContactController(contact, acts, desk.texts())));
        var lineToSay = desk.views().load(
                LineToSayController.class,
                Map.of(LineToSayController.class, () -> new LineToSayController(line, desk.texts(), desk.pasteboard())));
        var onTheLine = caller == null ? caller(draft) : caller;
        caller = onTheLine;
        frame.controller().setCustomer(onTheLine.panel().root());
        parts = new Parts(
                contact, frame.controller(), onTheLine.model(), line, lineToSay.controller(), forms.of(draft));
        follow(parts, opening);
        root.getChildren().setAll(frame.root());
        if (opening.subject() == null) {
            frame.controller().setLine(lineToSay.root());
            onTheLine.panel().controller().focusSearch();
        } else {
            showFlow(draft, opening.subject(), lineToSay.root());
        }
    }

    private Caller caller(Draft draft) {
        var workspace = desk.workspace();
        var model = new CustomerPanelViewModel(
                workspace.customers(), new History(workspace.contacts(), workspace.cases()), actor, desk.background(),
                workspace.clock(), typed(forms.of(draft)));
        always.add(model);
        model.follow(workspace.database().changes());
        if (draft.customerId() != null) {
            model.choose(draft.customerId());
        }
        var panel = desk.views().load(
                CustomerPanelController.class,
                Map.of(CustomerPanelController.class, () -> new CustomerPanelController(
                        model, desk.texts(), desk.when(), caseId -> navigator.go(new CasePlace(caseId)))));
        if (Erasures.may(actor)) {
            panel.controller().setMore(erasing(model, draft.id()));
        }
        return new Caller(model, panel);
    }

    private static CustomerPanelViewModel.Typed typed(FormBuffer form) {
        return new CustomerPanelViewModel.Typed(
                form.field("caller.search"), form.field("caller.name"), form.field("caller.title"),
                form.field("caller.number"));
    }

    private Parent erasing(CustomerPanelViewModel customer, UUID draftId) {
        var model = new EraseCustomerViewModel(
                desk.workspace().erasures(), actor, desk.background(), desk.dialogs(),
                new EraseCustomerViewModel.Leaving() {
                    @Override
                    public void forget() {
                        customer.forget();
                    }

                    @Override
                    public void detach() {
                        desk.workspace().drafts().chooseCustomer(draftId, null);
                    }
                });
        always.add(model);
        customer.knownProperty().subscribe(known -> model.follow(known == null ? null : known.customer().id()));
        return desk.views()
                .load(
                        EraseCustomerController.class,
                        Map.of(EraseCustomerController.class, () -> new EraseCustomerController(
                                model, desk.texts(), desk.dialogs())))
                .root();
    }

    private <T extends AutoCloseable> T keep(T part) {
        lifetime.add(part);
        return part;
    }

    /// Joins the parts: the customer found belongs to the draft, and the line speaks to that customer.
    private void follow(Parts shown, Opening opening) {
        var values = new LineValues(desk.texts(), desk.workspace().clock(), desk.workspace().zone());
        var company = opening.company();
        lifetime.add(shown.customer().chosenProperty().subscribe(shown.contact()::chooseCustomer)::unsubscribe);
        lifetime.add(shown.customer().knownProperty().subscribe(known -> {
            var spoken = values.of(actor, company, known == null ? Optional.empty() : Optional.of(known.customer()));
            shown.line().knownProperty().set(spoken);
            dock.know(spoken);
        })::unsubscribe);
        shown.contact().draftProperty().subscribe(draft -> {
            if (draft.channel() != null) {
                shown.line().channelProperty().set(draft.channel());
            }
        });
        dock.serve(opening.draft().caseId());
        lifetime.add(dock::rest);
    }

    private void settle(CaseKind kind) {
        var contact = shown().contact();
        Callable<Case> open = () -> {
            var draftId = contact.keepCustomer().id();
            return kind == CaseKind.COMPLAINT
                    ? desk.workspace().complaints().open(actor, draftId)
                    : desk.workspace().inquiries().open(actor, draftId);
        };
        desk.background().run("open case", open).then(opened -> reopen()).onProblem(desk.dialogs()::problem);
    }

    /// Builds the screen anew after its draft got a case.
    private void reopen() {
        var draftId = shown().contact().draft().id();
        close(lifetime);
        open(draftId);
    }

    private void showFlow(Draft draft, Case subject, Parent line) {
        var shown = shown();
        var flow = new FlowPanels(
                        desk, actor, this::finished, shown.frame()::focusEnd,
                        caseId -> navigator.go(new CasePlace(caseId)))
                .of(draft, subject, shown.form(), dock);
        lifetime.add(flow);
        flow.placeLine().accept(line);
        shown.line().stageProperty().bind(flow.stage());
        shown.frame().setFlow(flow.root());
        Changes.Subscription knowledge = flow.stage().subscribe(stage -> dock.record(stage.recorded()))::unsubscribe;
        lifetime.add(knowledge);
        shown.line().knownProperty().subscribe(flow.know());
    }

    private void leave() {
        var shown = shown();
        var draft = shown.contact().draft();
        if (draft.caseId() == null) {
            shown.form().flush();
            left();
            return;
        }
        desk.background()
                .run("leave contact", () -> {
                    if (CaseKind.COMPLAINT.name().equals(draft.flow())) {
                        desk.workspace().complaints().leave(actor, draft.id(), shown.form().typed());
                    } else {
                        desk.workspace().inquiries().leave(actor, draft.id(), shown.form().typed());
                    }
                })
                .then(nothing -> finished(draft.id()))
                .onProblem(desk.dialogs()::problem);
    }

    private void finished(UUID draftId) {
        forms.forget(draftId);
        left();
    }

    private void left() {
        desk.background().run("be ready", () -> desk.workspace().presences().switchTo(actor, PresenceState.READY));
        navigator.go(new HomePlace());
    }

    private Parts shown() {
        return Objects.requireNonNull(parts);
    }

    private void pressed(KeyEvent key) {
        var shown = parts;
        if (shown == null) {
            return;
        }
        var isHandled = true;
        if (key.getCode() == KeyCode.F7) {
            shown.frame().holdByKey();
        } else if (key.getCode() == KeyCode.F10) {
            shown.frame().endByKey();
        } else if (key.isAltDown() && key.getCode() == KeyCode.RIGHT) {
            shown.lineToSay().nextVariant();
        } else if (key.isAltDown() && key.getCode() == KeyCode.DOWN) {
            shown.lineToSay().nextMoment();
        } else if (key.isAltDown() && key.getCode() == KeyCode.C) {
            shown.lineToSay().copy();
        } else if (key.isAltDown() && key.getCode() == KeyCode.DIGIT1 && shown.contact().draft().caseId() == null) {
            settle(CaseKind.INQUIRY);
        } else if (key.isAltDown() && key.getCode() == KeyCode.DIGIT2 && shown.contact().draft().caseId() == null) {
            settle(CaseKind.COMPLAINT);
        } else {
            isHandled = false;
        }
        if (isHandled) {
            key.consume();
        }
    }

    private void close(List<AutoCloseable> open) {
        var closing = List.copyOf(open).reversed();
        open.clear();
        for (var part : closing) {
            try {
                part.close();
            } catch (Exception e) {
                desk.dialogs().report("close contact", e);
            }
        }
    }

    @Override
    public void close() {
        if (parts != null) {
            parts.form().flush();
        }
        close(lifetime);
        close(always);
    }
}
