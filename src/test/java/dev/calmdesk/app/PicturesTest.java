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

    private void pause() {
        try { Thread.sleep(1500); } catch (InterruptedException e) { throw new AssertionError(e); }
    }
}
