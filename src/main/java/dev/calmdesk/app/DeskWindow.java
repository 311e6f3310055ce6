package dev.calmdesk.app;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Place;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.cases.CasesPlace;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.frame.DeskStatus;
import dev.calmdesk.frame.FindSource;
import dev.calmdesk.frame.ui.FrameController;
import dev.calmdesk.frame.ui.FramePlan;
import dev.calmdesk.frame.ui.FrameServices;
import dev.calmdesk.frame.ui.FrameTools;
import dev.calmdesk.frame.ui.FrameViewModel;
import dev.calmdesk.frame.ui.FrameWays;
import dev.calmdesk.frame.ui.RailEntry;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.home.HomePlace;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleEditorPlace;
import dev.calmdesk.knowledge.ArticleReport;
import dev.calmdesk.knowledge.ArticleTasks;
import dev.calmdesk.knowledge.KnowledgeCarePlace;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.PresenceState;
import dev.calmdesk.people.Role;
import dev.calmdesk.settings.SettingsPlace;
import dev.calmdesk.sync.SyncPlace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The window of one signed-in person, live or practice: the frame with all screens inside.
final class DeskWindow implements AutoCloseable, FrameWays {

    private static final Role[] CUSTOMER_ROLES = {
        Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.QUALITY, Role.TRAINER, Role.MANAGER
    };

    private final Desk desk;
    private final Actor actor;
    private final Doors doors;
    private final OpenForms forms;
    private final Navigator navigator;
    private @Nullable Shown shown;

    /// Where one goes from here and does not come back by itself.
    ///
    /// @param practise opens the practice window
    /// @param signedOut shows the sign-in screen
    /// @param changePassword opens the settings at the password
    record Doors(Runnable practise, Runnable signedOut, boolean practice) {}

    /// What is built anew with every change of language.
    private record Shown(
            Parent root, FrameViewModel frame, Dock dock, Screens screens, Changes.Subscription counting) {}

    DeskWindow(Desk desk, Actor actor, Doors doors) {
        this.desk = desk;
        this.actor = actor;
        this.doors = doors;
        this.forms = new OpenForms(desk.workspace().drafts(), desk.background());
        this.navigator = new Navigator(place -> shown().screens().of(place), desk.dialogs());
    }

    private Shown shown() {
        return java.util.Objects.requireNonNull(shown, "The frame is not built yet");
    }

    /// Builds the frame in the language of the moment; what is being typed stays.
    Parent build() {
        var before = shown;
        var dock = new Dock(desk, actor, id -> navigator.go(new CasePlace(id)));
        var tools = new FrameTools(desk.background(), navigator, desk.texts());
        var badge = new SimpleStringProperty("");
        var tasks = new SimpleStringProperty("");
        var counting = countTasks(tasks);
        var frame = new FrameViewModel(actor, services(), plan(badge, tasks), this, tools);
        badge.bind(frame.status().badge());
        var view = desk.views().load(FrameController.class, FrameController.controllers(frame, tools));
        view.controller().setNotices(desk.dialogs().bar());
        navigator.placeProperty().subscribe(place ->
                frame.dockProperty().set(place instanceof ContactPlace || place instanceof CasePlace ? dock.root() : null));
        forms.tellSaved(frame.status().savedAtProperty(), frame.status().savingFailsProperty());
        shown = new Shown(view.root(), frame, dock, new Screens(desk, actor, navigator, forms, dock, this), counting);
        if (navigator.current().isEmpty()) {
            navigator.go(new HomePlace());
        } else {
            navigator.reload();
        }
        if (before != null) {
            before.frame().close();
            before.dock().close();
            before.counting().close();
        }
        return view.root();
    }

    private Changes.Subscription countTasks(SimpleStringProperty badge) {
        var open = new ArticleTasks(desk.workspace().database(), desk.workspace().clock());
        Runnable count = () -> desk.background()
                .latest(badge)
                .run("count reports on knowledge", () -> open.count(actor))
                .then(waiting -> badge.set(waiting == 0 ? "" : Integer.toString(waiting)));
        count.run();
        return desk.background().whenChanged(
                desk.workspace().database().changes(), Set.of(ArticleReport.KIND.name(), Article.KIND.name()), count);
    }

    private FrameServices services() {
        var workspace = desk.workspace();
        return new FrameServices(
                workspace.presences(), workspace.drafts(),
                new DeskStatus(workspace.database(), workspace.clock(), workspace.zone()), workspace.workplace(),
                workspace.database().changes(), workspace.clock(),
                doors.practice() ? Optional.empty() : Optional.of(workspace.shared()));
    }

    private List<RailEntry> foot(ObservableValue<String> badge) {
        var settings = RailEntry.of(new SettingsPlace(), "fth-settings", "app.rail.settings");
        return doors.practice()
                ? List.of(settings)
                : List.of(
                        RailEntry.of(new SyncPlace(SyncPlace.Page.CONFLICTS), "fth-git-merge", "app.rail.sync")
                                .with(badge),
                        settings);
    }

    /// @param badge how much of working with others waits for the person
    /// @param tasks how many reports on knowledge wait for the person
    private FramePlan plan(ObservableValue<String> badge, ObservableValue<String> tasks) {
        return new FramePlan(
                List.of(
                        RailEntry.of(new HomePlace(), "fth-home", "app.rail.home"),
                        RailEntry.of(new CasesPlace(), "fth-folder", "app.rail.cases", CUSTOMER_ROLES)
                                .covering(CasePlace.class::isInstance),
                        RailEntry.of(new KnowledgePlace(null), "fth-book-open", "app.rail.knowledge")
                                .covering(place ->
                                        place instanceof KnowledgeCarePlace || place instanceof ArticleEditorPlace)
                                .with(tasks)),
                foot(badge),
                sources(),
                ScreenKeys.groups(),
                Version.text(),
                doors.practice());
    }

    private List<FindSource> sources() {
        return new Finding(desk, actor).sources();
    }

    @Override
    public void beginContact(Channel channel) {
        var touchpoint = switch (channel) {
            case PHONE -> Touchpoint.HOTLINE;
            case CHAT, SELF_SERVICE -> Touchpoint.CHAT;
            case EMAIL -> Touchpoint.LETTER;
            case SOCIAL -> Touchpoint.SOCIAL;
            case IN_PERSON -> Touchpoint.EVENT;
        };
        desk.background()
                .run("begin contact", () -> {
                    var draft = desk.workspace().drafts().begin(actor, channel, touchpoint, Direction.IN, null);
                    desk.workspace().presences().switchTo(actor, PresenceState.BUSY);
                    return draft;
                })
                .then(draft -> navigator.go(new ContactPlace(draft.id())))
                .onProblem(desk.dialogs()::problem);
    }

    @Override
    public void returnTo(UUID draftId) {
        navigator.go(new ContactPlace(draftId));
    }

    void go(Place place) {
        navigator.go(place);
    }

    @Override
    public void practise() {
        doors.practise().run();
    }

    @Override
    public void openKnowledge() {
        navigator.go(new KnowledgePlace(null));
    }

    @Override
    public void openSettings() {
        navigator.go(new SettingsPlace());
    }

    @Override
    public void changePassword() {
        navigator.go(new SettingsPlace(true));
    }

    @Override
    public void signedOut() {
        doors.signedOut().run();
    }

    @Override
    public void close() {
        forms.flush();
        navigator.close();
        if (shown != null) {
            shown.frame().close();
            shown.dock().close();
            shown.counting().close();
        }
    }
}
