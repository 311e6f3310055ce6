package dev.calmdesk.home;

import dev.calmdesk.cases.PromiseState;
import dev.calmdesk.data.Database;
import dev.calmdesk.home.Formulas.Handled;
import dev.calmdesk.home.Formulas.Rating;
import dev.calmdesk.home.Formulas.Resolved;
import dev.calmdesk.people.Actor;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// A person's own day in figures, from rows that are there anyway.
public final class Today {

    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;

    /// @param zone decides when today began
    public Today(Database database, InstantSource clock, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    public DayFigures of(Actor person) {
        return database.read(handle -> read(handle, person));
    }

    private DayFigures read(Handle handle, Actor person) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var from = today.atStartOfDay(zone).toInstant();
        var to = today.plusDays(1).atStartOfDay(zone).toInstant();
        var store = handle.attach(TodayStore.class);
        var resolved = store.resolved(person.id(), person.team(), from, to);
        var ratings = store.ratings(person.id(), person.team(), from, to);
        var handled = store.handled(person.id(), person.team(), from, to);
        var pledges = store.pledges(person.id(), from, to);
        var mine = of(ratings, Rating::person, person.id());
        return new DayFigures(
                figure(resolved, Resolved::person, person, rows -> Formulas.firstContact(rows).percent(), List::size),
                figure(ratings, Rating::person, person, rows -> Formulas.satisfied(rows).percent(),
                        rows -> Formulas.satisfied(rows).whole()),
                Formulas.meanStars(mine),
                mine.size(),
                figure(handled, Handled::person, person, Formulas::meanHandling, List::size),
                Formulas.kept(pledges, now),
                of(handled, Handled::person, person.id()).size(),
                (int) pledges.stream().filter(pledge -> pledge.state() == PromiseState.KEPT).count(),
                store.promisesOpen(person.id()));
    }

    /// The figure of the person, and the median of what each member of the team has.
    private static <T> Figure figure(
            List<T> rows,
            Function<T, UUID> personOf,
            Actor person,
            Function<List<T>, OptionalDouble> formula,
            ToIntFunction<List<T>> count) {
        var mine = of(rows, personOf, person.id());
        var values = rows.stream().collect(Collectors.groupingBy(personOf)).values().stream()
                .map(formula)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        var isAlone = person.team().isEmpty() || values.size() < 2;
        return new Figure(
                formula.apply(mine), count.applyAsInt(mine),
                isAlone ? OptionalDouble.empty() : Formulas.median(values));
    }

    private static <T> List<T> of(Collection<T> rows, Function<T, UUID> personOf, UUID person) {
        return rows.stream().filter(row -> Objects.equals(personOf.apply(row), person)).toList();
    }
}
