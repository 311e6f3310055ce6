package dev.calmdesk.app;

import dev.calmdesk.base.Place;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.cases.CasesPlace;
import dev.calmdesk.cases.ui.CasesController;
import dev.calmdesk.cases.ui.CasesViewModel;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.people.Actor;
import java.util.Map;

/// Knows which screen stands at which place, and makes it from the services it needs.
final class Screens {

    private final Desk desk;
    private final Actor actor;
    private final Navigator navigator;
    private final OpenForms forms;
    private final Dock dock;

    Screens(Desk desk, Actor actor, Navigator navigator, OpenForms forms, Dock dock) {
        this.desk = desk;
        this.actor = actor;
        this.navigator = navigator;
        this.forms = forms;
        this.dock = dock;
    }

    Screen of(Place place) {
        return switch (place) {
            case ContactPlace contact -> contact(contact);
            case CasesPlace cases -> cases();
            case CasePlace page -> new CaseScreen(desk, actor, navigator).of(page.caseId());
            case KnowledgePlace knowledge -> KnowledgeScreen.of(desk, actor, knowledge);
            default -> new Screen(new javafx.scene.control.Label(place.toString()), () -> {}, () -> {}, "app.rail.home");
        };
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
