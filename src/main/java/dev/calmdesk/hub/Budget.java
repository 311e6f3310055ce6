package dev.calmdesk.hub;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How often each of many may ask: a stock that every request takes one from and that fills up with time. Thread-safe.
final class Budget {

    /// Those that filled up again are forgotten before there are more than this.
    private static final int REMEMBERED = 10_000;

    private final int most;
    private final Duration each;
    private final InstantSource clock;
    /// By whom, when the stock is full again: nothing else need be remembered.
    private final ConcurrentHashMap<Object, Long> fullAt = new ConcurrentHashMap<>();

    /// @param most how many requests may come at once
    /// @param each in what time one more is allowed
    Budget(int most, Duration each, InstantSource clock) {
        this.most = most;
        this.each = each;
        this.clock = clock;
    }

    /// Takes one.
    ///
    /// @return how long to wait if none is left; empty if it was taken
    Optional<Duration> take(Object who) {
        var now = clock.millis();
        if (fullAt.size() > REMEMBERED) {
            fullAt.values().removeIf(time -> time <= now);
        }
        var room = each.toMillis() * most;
        var wait = new long[1];
        fullAt.compute(who, (key, known) -> {
            var from = known == null ? now : Math.max(known, now);
            wait[0] = from + each.toMillis() - now - room;
            return wait[0] > 0 ? from : from + each.toMillis();
        });
        return wait[0] > 0 ? Optional.of(Duration.ofMillis(wait[0])) : Optional.empty();
    }
}
