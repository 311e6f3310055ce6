package dev.calmdesk.home;

import dev.calmdesk.complaint.Authority;
import dev.calmdesk.data.Database;
import dev.calmdesk.knowledge.ArticleTasks;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.people.Team;
import dev.calmdesk.workplace.Workplace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What waits for one person, over all features.
public final class Agenda {

    private final Database database;
    private final Workplace workplace;

    public Agenda(Database database, Workplace workplace) {
        this.database = database;
        this.workplace = workplace;
    }

    /// Promises of the person, and tasks and follow-ups of their open cases, the most pressing first.
    public List<Due> dues(Actor person) {
        return database.read(handle -> handle.attach(AgendaStore.class).dues(person.id()));
    }

    /// Hand-overs that the person may accept, oldest first.
    public List<Offer> offers(Actor person) {
        return database.read(handle -> handle.attach(AgendaStore.class).offers(person.id(), person.team()));
    }

    /// Requests that the person may decide, oldest first: of the teams they lead, and within their authority. A manager
    /// sees those of all teams.
    public List<Request> requests(Actor person) {
        if (!person.isAny(Role.LEAD, Role.MANAGER)) {
            return List.of();
        }
        var teams = teams(person);
        return database.read(handle -> handle.attach(AgendaStore.class).requests(person.id())).stream()
                .filter(request -> person.isAny(Role.MANAGER) || teams.contains(request.team()))
                .filter(request -> request.amountMinor()
                        <= Authority.limit(workplace, person, request.remedyType(), request.currency()))
                .toList();
    }

    private Set<String> teams(Actor person) {
        var led = workplace.all(Team.TOPIC).stream()
                .filter(team -> person.agentNo().equals(team.lead()))
                .map(Team::code);
        return Stream.concat(Stream.of(person.team()), led).collect(Collectors.toSet());
    }

    /// How many reports on knowledge wait for the person.
    public int reports(Actor person) {
        return database.read(handle -> ArticleTasks.count(handle, person));
    }

    /// What the person left in the middle, last touched first.
    public List<Unfinished> unfinished(Actor person) {
        return database.read(handle -> handle.attach(AgendaStore.class).unfinished(person.id()));
    }
}
