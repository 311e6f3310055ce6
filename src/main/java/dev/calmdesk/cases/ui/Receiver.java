package dev.calmdesk.cases.ui;

import dev.calmdesk.people.Person;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody to whom a case can be offered.
///
/// @param person null for a whole team
record Receiver(@Nullable UUID person, String team, String label) {

    private static final Set<Role> WORKING = Set.of(Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.MANAGER);

    /// Each team, followed by its members.
    ///
    /// @param except the person who has the case
    static List<Receiver> all(List<Person> people, CaseWords words, UUID except) {
        var receivers = new ArrayList<Receiver>();
        for (var team : words.choices(Choice.TEAMS)) {
            var name = team.name().in(words.texts().language());
            receivers.add(new Receiver(null, team.code(), words.texts().get("cases.offer.whole_team", name)));
            people.stream()
                    .filter(person -> person.active() && person.team().equals(team.code()) && !person.id().equals(except))
                    .filter(person -> person.roleSet().stream().anyMatch(WORKING::contains))
                    .map(person -> new Receiver(person.id(), team.code(), label(person, name, words)))
                    .forEach(receivers::add);
        }
        return List.copyOf(receivers);
    }

    private static String label(Person person, String team, CaseWords words) {
        var roles = person.roleSet().stream().map(words.texts()::name).collect(Collectors.joining("、"));
        return "%s %s · %s · %s".formatted(person.name(), person.agentNo(), roles, team);
    }
}
