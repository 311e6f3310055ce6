package dev.calmdesk.people;

import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace.Topic;
import org.jspecify.annotations.Nullable;

/// A team as the company defines it.
///
/// @param code such as `T1`; stands in [Person#team] and is the scope that a desk shares
/// @param lead agent number of whoever leads it
public record Team(String code, Localised name, @Nullable String lead) {

    public static final Topic<Team> TOPIC = new Topic<>("team", Team.class);
}
