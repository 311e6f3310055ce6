package dev.calmdesk.app;

import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.knowledge.KnowledgeCarePlace;
import dev.calmdesk.knowledge.KnowledgePlace;
import java.util.List;
import javafx.scene.Node;

/// The two pages of knowledge: to read, and to look after.
final class KnowledgePages {

    private static final String READ = "read";
    private static final String CARE = "care";

    private KnowledgePages() {}

    static Node choice(Desk desk, Navigator navigator, boolean isCare) {
        var choice = new SegmentedChoice(List.of(
                new Option(READ, desk.texts().get("knowledge.page.read")),
                new Option(CARE, desk.texts().get("knowledge.page.care"))));
        choice.setId("knowledgePages");
        choice.setAccessibleText(desk.texts().get("knowledge.dock.title"));
        choice.setValue(isCare ? CARE : READ);
        choice.setMinHeight(SegmentedChoice.USE_PREF_SIZE);
        choice.valueProperty().subscribe((before, now) ->
                navigator.go(now.equals(CARE) ? new KnowledgeCarePlace() : new KnowledgePlace(null)));
        return choice;
    }
}
