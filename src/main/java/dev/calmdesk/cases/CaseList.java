package dev.calmdesk.cases;

import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.util.ArrayList;
import java.util.List;

/// Which cases a list shows.
///
/// @param text part of a number, title or customer's name; empty for all
public record CaseList(View view, boolean openOnly, String text) {

    private static final Role[] SEEING = {Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.QUALITY, Role.MANAGER};
    private static final Role[] OVERSEEING = {Role.LEAD, Role.QUALITY, Role.MANAGER};

    public enum View {
        MINE, TEAM, ALL
    }

    public static CaseList of(View view) {
        return new CaseList(view, true, "");
    }

    /// Whether a person may see cases at all: they hold customers' data.
    public static boolean isOpenTo(Actor person) {
        return person.isAny(SEEING);
    }

    /// What a person may look at, the nearest first.
    public static List<View> views(Actor person) {
        var views = new ArrayList<View>();
        if (isOpenTo(person)) {
            views.add(View.MINE);
            if (!person.team().isEmpty()) {
                views.add(View.TEAM);
            }
        }
        if (person.isAny(OVERSEEING)) {
            views.add(View.ALL);
        }
        return List.copyOf(views);
    }

    /// @throws dev.calmdesk.base.Problem.NotAllowed if the person may not look at this
    void requireFor(Actor person) {
        person.require(view == View.ALL ? OVERSEEING : SEEING);
    }
}
