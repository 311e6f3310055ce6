package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Place;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/// One place of the left rail.
///
/// @param covers whether a place belongs to this entry, as one case belongs to the cases
/// @param icon such as `fth-home`
/// @param textKey its name
/// @param roles who sees it; empty for everybody
/// @param badge a number or short word; empty for none
public record RailEntry(
        Place place,
        Predicate<Place> covers,
        String icon,
        String textKey,
        Set<Role> roles,
        ObservableValue<String> badge) {

    public RailEntry {
        roles = Set.copyOf(roles);
    }

    /// An entry that covers every place of its own kind and never has a badge.
    public static RailEntry of(Place place, String icon, String textKey, Role... roles) {
        return new RailEntry(
                place, place.getClass()::isInstance, icon, textKey, Set.of(roles), new SimpleStringProperty(""));
    }

    public RailEntry covering(Predicate<Place> others) {
        return new RailEntry(place, covers.or(others), icon, textKey, roles, badge);
    }

    public RailEntry with(ObservableValue<String> shownBadge) {
        return new RailEntry(place, covers, icon, textKey, roles, shownBadge);
    }

    public boolean isFor(Actor person) {
        return roles.isEmpty() || roles.stream().anyMatch(person.roles()::contains);
    }
}
