package dev.calmdesk.app;

import dev.calmdesk.cases.CasesPlace;
import dev.calmdesk.home.HomePlace;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.settings.SettingsPlace;
import org.junit.jupiter.api.Test;

/// Pictures of the places, for README and for looking at.
class PicturesTest extends DeskJourney {

    @Test
    void ofEveryPlaceInBothTones() {
        enter("8021");
        var articles = workspace.articles().newest(person.id(), "zh-CN", 3);
        for (var place : java.util.List.of(
                new HomePlace(), new CasesPlace(), new KnowledgePlace(articles.get(1).article().id()), new SettingsPlace())) {
            onFx(() -> window.go(place));
            pause();
            pictures(place.getClass().getSimpleName().replace("Place", "").toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void ofCases() {
        enter("8101");
        var rows = workspace.cases().page(new dev.calmdesk.cases.CaseList(dev.calmdesk.cases.CaseList.View.ALL, false, ""), person, null, 60);
        var waiting = workspace.remedies().waiting().getFirst();
        onFx(() -> window.go(new dev.calmdesk.cases.CasePlace(waiting.caseId())));
        pause();
        pictures("case-complaint");
        var inquiry = rows.stream().filter(row -> row.kind() == dev.calmdesk.cases.CaseKind.INQUIRY).findFirst().orElseThrow();
        onFx(() -> window.go(new dev.calmdesk.cases.CasePlace(inquiry.id())));
        pause();
        pictures("case-inquiry");
    }

    private void pause() {
        try { Thread.sleep(1500); } catch (InterruptedException e) { throw new AssertionError(e); }
    }
}
