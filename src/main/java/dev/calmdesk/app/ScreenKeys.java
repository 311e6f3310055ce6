package dev.calmdesk.app;

import dev.calmdesk.frame.ui.KeyGroup;
import dev.calmdesk.frame.ui.KeyGroup.Key;
import java.util.List;

/// The shortcuts of the screens, for the overview behind F1.
final class ScreenKeys {

    private ScreenKeys() {}

    static List<KeyGroup> groups() {
        return List.of(
                new KeyGroup("app.keys.contact", List.of(
                new Key("Alt 1", "app.keys.inquiry"),
                new Key("Alt 2", "app.keys.complaint"),
                new Key("Alt →", "app.keys.next_line"),
                new Key("Alt ↓", "app.keys.next_moment"),
                new Key("Alt C", "app.keys.copy_line"),
                new Key("F6", "app.keys.next_point"),
                new Key("F7", "app.keys.hold"),
                new Key("F10", "app.keys.end"),
                new Key("Ctrl ↵", "app.keys.finish_step"))),
                new KeyGroup("app.keys.in_complaint", List.of(
                        new Key("Alt 1 … 5", "app.keys.emotion"),
                        new Key("Alt 6 … 8", "app.keys.take_suggestion"),
                        new Key("Alt PgUp PgDn", "app.keys.steps"),
                        new Key("F8", "app.keys.act_of_step"))),
                new KeyGroup("app.keys.in_cases", List.of(
                        new Key("Ctrl F", "app.keys.filter"),
                        new Key("F5", "app.keys.go_on"),
                        new Key("Alt T", "app.keys.transfer"),
                        new Key("Alt P", "app.keys.promise"),
                        new Key("Alt N", "app.keys.note"),
                        new Key("Y", "app.keys.approve"))),
                new KeyGroup("app.keys.in_editor", List.of(
                        new Key("Ctrl S", "app.keys.save_draft"),
                        new Key("Ctrl ↵", "app.keys.act_of_article"),
                        new Key("Esc", "app.keys.leave_editor"))));
    }
}
