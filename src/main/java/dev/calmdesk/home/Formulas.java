package dev.calmdesk.home;

import dev.calmdesk.cases.PromiseState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The figures of a person's day, by the definitions that every report shares (`kpi.md`). Pure.
final class Formulas {

    private Formulas() {}

    /// A case that was resolved within the day.
    ///
    /// @param atFirst in the contact in which it was opened
    /// @param cameBack the customer was here again since with a matter of the same kind
    record Resolved(UUID person, boolean atFirst, boolean cameBack) {}

    /// A case whose customer was asked how satisfied they are.
    ///
    /// @param stars 1 to 5; null without an answer
    record Rating(UUID person, @Nullable Integer stars) {}

    /// A contact whose after-call work ended within the day.
    record Handled(UUID person, Instant answeredAt, Instant wrappedUpAt) {

        Duration time() {
            return Duration.between(answeredAt, wrappedUpAt);
        }
    }

    /// A promise that ended within the day, or whose time passed in it.
    record Pledge(PromiseState state, Instant dueAt, @Nullable Instant endedAt) {}

    /// First contact resolution, gross. Provisional on the day itself, since the customer may still come back.
    static Share firstContact(Collection<Resolved> resolved) {
        return Share.of(resolved, one -> one.atFirst() && !one.cameBack());
    }

    /// Satisfied customers (4 and 5) among those who answered.
    static Share satisfied(Collection<Rating> asked) {
        return Share.of(stars(asked), stars -> stars >= 4);
    }

    static OptionalDouble meanStars(Collection<Rating> asked) {
        return stars(asked).stream().mapToInt(Integer::intValue).average();
    }

    private static List<Integer> stars(Collection<Rating> asked) {
        return asked.stream()
                .map(Rating::stars)
                .filter(stars -> stars != null && stars > 0)
                .map(Objects::requireNonNull)
                .toList();
    }

    /// Mean of talk, hold and wrap-up together, in seconds.
    static OptionalDouble meanHandling(Collection<Handled> handled) {
        return handled.stream().mapToDouble(one -> one.time().toMillis() / 1000.0).average();
    }

    /// Promises kept in time among those that were kept, or missed. One that was given up or moved before its time was
    /// up is neither; one whose time passed while it is open is missed.
    static Share kept(Collection<Pledge> pledges, Instant now) {
        var counted = pledges.stream()
                .filter(pledge -> pledge.state() == PromiseState.KEPT || isLate(pledge, now))
                .toList();
        return Share.of(counted, pledge -> !isLate(pledge, now));
    }

    private static boolean isLate(Pledge pledge, Instant now) {
        var end = pledge.endedAt() == null ? now : pledge.endedAt();
        return end.isAfter(pledge.dueAt());
    }

    static OptionalDouble median(Collection<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        var middle = sorted.length / 2;
        return OptionalDouble.of(
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
