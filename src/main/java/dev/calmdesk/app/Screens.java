package dev.calmdesk.app;

import dev.calmdesk.base.Place;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.cases.CasesPlace;
import dev.calmdesk.cases.ui.CasesController;
import dev.calmdesk.cases.ui.CasesViewModel;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.frame.ui.FrameWays;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.home.Agenda;
import dev.calmdesk.home.HomePlace;
import dev.calmdesk.home.News;
import dev.calmdesk.home.Today;
import dev.calmdesk.home.ui.HomeController;
import dev.calmdesk.home.ui.HomeServices;
import dev.calmdesk.home.ui.HomeTools;
import dev.calmdesk.home.ui.HomeViewModel;
import dev.calmdesk.home.ui.HomeWays;
import dev.calmdesk.knowledge.ArticleEditorPlace;
import dev.calmdesk.knowledge.ByMeaning;
import dev.calmdesk.knowledge.KnowledgeCarePlace;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.knowledge.ui.ByMeaningController;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Team;
import dev.calmdesk.settings.SettingsPlace;
import dev.calmdesk.settings.ui.SettingsController;
import dev.calmdesk.settings.ui.SettingsTools;
import dev.calmdesk.settings.ui.SettingsViewModel;
import dev.calmdesk.sync.SyncPlace;
import dev.calmdesk.sync.bundle.ui.StickController;
import dev.calmdesk.sync.bundle.ui.StickTools;
import dev.calmdesk.sync.bundle.ui.StickViewModel;
import dev.calmdesk.sync.file.FileSpeed;
import dev.calmdesk.sync.ui.HubController;
import dev.calmdesk.sync.ui.HubViewModel;
import dev.calmdesk.sync.ui.SyncController;
import dev.calmdesk.sync.ui.SyncTools;
import dev.calmdesk.sync.ui.SyncViewModel;
import java.util.Map;
import javafx.scene.Parent;

/// Knows which screen stands at which place, and makes it from the services it needs.
final class Screens {

    private final Desk desk;
    private final Actor actor;
    private final Navigator navigator;
    private final OpenForms forms;
    private final Dock dock;
    private final FrameWays ways;

    Screens(Desk desk, Actor actor, Navigator navigator, OpenForms forms, Dock dock, FrameWays ways) {
        this.desk = desk;
        this.actor = actor;
        this.navigator = navigator;
        this.forms = forms;
        this.dock = dock;
        this.ways = ways;
    }

    Screen of(Place place) {
        return switch (place) {
            case HomePlace home -> home();
            case ContactPlace contact -> contact(contact);
            case SettingsPlace settings -> settings(settings);
            case CasesPlace cases -> cases();
            case CasePlace page -> new CaseScreen(desk, actor, navigator).of(page.caseId());
            case SyncPlace sync -> sync(sync);
            case KnowledgePlace knowledge -> KnowledgeExchange.around(
                    desk, actor, navigator, new KnowledgeScreen(desk, actor, navigator).of(knowledge));
            case KnowledgeCarePlace care -> CareScreen.of(desk, actor, navigator);
            case ArticleEditorPlace editor -> new ArticleEditorScreen(desk).of(actor, navigator, editor);
            default -> throw new IllegalArgumentException("No screen stands at " + place);
        };
    }

    private Screen home() {
        var workspace = desk.workspace();
        var when = desk.when();
        var services = new HomeServices(
                new Agenda(workspace.database(), workspace.workplace()),
                new Today(workspace.database(), workspace.clock(), workspace.zone()),
                new News(workspace.database(), workspace.workplace(), workspace.articles(), workspace.people(), when),
                workspace.transfers(), workspace.workplace(), when);
        var tools = new HomeTools(
                desk.background(), navigator, desk.texts(), desk.dialogs(), workspace.database().changes());
        var model = new HomeViewModel(actor, services, tools, new HomeWays(ways::beginContact, ways::practise));
        var view = desk.views().load(HomeController.class, HomeController.controllers(model, desk.texts(), when));
        return new Screen(view.root(), model, view.controller()::focus, "app.rail.home");
    }

    private Screen settings(SettingsPlace place) {
        var workspace = desk.workspace();
        var model = new SettingsViewModel(
                actor, workspace.people(), workspace.database(),
                new SettingsTools(
                        desk.background(), desk.texts(), desk.dialogs(), desk.pasteboard(), Version.text(),
                        workspace.zone()));
        var view = desk.views().load(
                SettingsController.class, SettingsController.controllers(model, desk.appearance()));
        var hub = desk.workspace().database().files().map(files -> hub());
        hub.ifPresent(cards -> {
            view.controller().setHub(cards.hub(), cards.stick());
            view.controller().setSearch(searchCard());
        });
        return new Screen(
                view.root(),
                () -> {
                    model.close();
                    hub.ifPresent(HubCards::close);
                },
                place.atPassword() ? view.controller()::focusPassword : view.controller()::focus, "app.rail.settings");
    }

    private Parent searchCard() {
        var choice = new ByMeaning(desk.workspace().indexes().articles().meanings(), desk.settings());
        return desk.views().load(
                        ByMeaningController.class,
                        Map.of(ByMeaningController.class, () -> new ByMeaningController(
                                choice, desk.background(), desk.texts())))
                .root();
    }

    private record HubCards(Parent hub, HubViewModel hubModel, Parent stick, StickViewModel stickModel) {
        void close() {
            hubModel.close();
            stickModel.close();
        }
    }

    private HubCards hub() {
        var workspace = desk.workspace();
        var model = new HubViewModel(
                actor, workspace.shared(), new FileSpeed(workspace.bandwidth(), desk.settings()), syncTools(),
                this::teamName);
        var view = desk.views().load(
                HubController.class, Map.of(HubController.class, () -> new HubController(model)));
        var stickModel = new StickViewModel(
                actor, workspace.shared(), workspace.bundles(),
                new StickTools(desk.background(), desk.texts(), desk.files()));
        var stick = desk.views().load(
                StickController.class, Map.of(StickController.class, () -> new StickController(stickModel)));
        return new HubCards(view.root(), model, stick.root(), stickModel);
    }

    /// @param scope such as `team-T1`
    private String teamName(String scope) {
        return desk.workspace().workplace().first(Team.TOPIC, team -> scope.equals("team-" + team.code()))
                .map(team -> team.name().in(desk.texts().language()))
                .orElse(scope);
    }

    private Screen sync(SyncPlace place) {
        var unsent = new UnsentWork(desk.workspace(), desk.texts());
        var model = new SyncViewModel(
                actor, place.page(), desk.workspace().shared(), name -> unsent.write(name).count(), syncTools());
        var view = desk.views().load(SyncController.class, SyncController.controllers(model, ways::openSettings));
        return new Screen(view.root(), model, view.controller()::focus, "app.rail.sync");
    }

    private SyncTools syncTools() {
        var workspace = desk.workspace();
        return new SyncTools(
                desk.background(), desk.texts(), desk.dialogs(), desk.pasteboard(), desk.files(), navigator,
                new RecordTelling(workspace, desk.texts(), desk.chronicle()), workspace.clock(), workspace.zone());
    }

    private Screen cases() {
        var words = desk.caseWords();
        var model = new CasesViewModel(
                desk.workspace().cases(), desk.workspace().transfers(), words, actor, desk.background());
        var view = desk.views().load(
                CasesController.class,
                Map.of(CasesController.class, () -> new CasesController(
                        model, words, caseId -> navigator.go(new CasePlace(caseId)))));
        return Screen.of(view.root(), model, "app.rail.cases");
    }

    private Screen contact(ContactPlace place) {
        var screen = new ContactScreen(desk, actor, navigator, forms, dock);
        screen.open(place.draftId());
        return new Screen(screen.root(), screen, () -> {}, "contact.frame.title");
    }
}
