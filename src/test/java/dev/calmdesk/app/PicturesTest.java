package dev.calmdesk.app;

import dev.calmdesk.base.Place;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.CaseList;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.cases.CasesPlace;
import dev.calmdesk.home.HomePlace;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.settings.SettingsPlace;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Every place opens on the demonstration store, in both tones and three languages; the pictures are for looking at.
class PicturesTest extends DeskJourney {

    private void visit(Place place, String name) {
        onFx(() -> window.go(place));
        pictures(name);
    }

    @Test
    void ofEveryPlace() {
        enter("8021");
        var article = workspace.articles().newest(person.id(), "zh-CN", 3).get(1).article().id();
        visit(new HomePlace(), "home");
        visit(new CasesPlace(), "cases");
        visit(new KnowledgePlace(article), "knowledge");
        visit(new SettingsPlace(), "settings");
    }

    @Test
    void ofCasesAsALeadSeesThem() {
        enter("8101");
        visit(new CasePlace(workspace.remedies().waiting().getFirst().caseId()), "case-complaint");
        var inquiry = workspace.cases()
                .page(new CaseList(CaseList.View.ALL, false, ""), person, null, 60).stream()
                .filter(row -> row.kind() == CaseKind.INQUIRY)
                .findFirst()
                .orElseThrow();
        visit(new CasePlace(inquiry.id()), "case-inquiry");
    }

    @Test
    void inTheOtherLanguages() {
        enter("8021");
        for (var language : new String[] {"zh-TW", "en"}) {
            onFx(() -> appearance.use(Locale.forLanguageTag(language)));
            rebuild();
            visit(new CasesPlace(), "cases-" + language);
            visit(new HomePlace(), "home-" + language);
        }
    }
}
