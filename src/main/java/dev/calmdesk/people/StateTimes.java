package dev.calmdesk.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Adds up how long one person was in each state.
final class StateTimes {

    private StateTimes() {}

    /// A later presence ends an earlier one even if nobody closed it, so no moment counts twice (two desks, a crash).
    ///
    /// @param presences of one person, in any order
    /// @param now until when a presence counts that still lasts
    /// @return only states that occurred within [from, to)
    static Map<PresenceState, Duration> within(List<Presence> presences, Instant from, Instant to, Instant now) {
        var ordered = presences.stream()
                .sorted(Comparator.comparing(Presence::fromAt).thenComparing(Presence::id))
                .toList();
        var times = new EnumMap<PresenceState, Duration>(PresenceState.class);
        for (int i = 0; i < ordered.size(); i++) {
            var presence = ordered.get(i);
            var end = presence.untilAt() == null ? now : presence.untilAt();
            if (i + 1 < ordered.size()) {
                end = earlier(end, ordered.get(i + 1).fromAt());
            }
            var start = presence.fromAt().isAfter(from) ? presence.fromAt() : from;
            var length = Duration.between(start, earlier(end, to));
            if (length.isPositive()) {
                times.merge(presence.state(), length, Duration::plus);
            }
        }
        return times;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
