package dev.calmdesk.clock;

import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How soon something must be done (service standard §3). Several limits may have one code; the most specific counts.
///
/// @param channel code of the only channel it holds for; null for any
/// @param priority the only priority it holds for; null for any
/// @param warnAt part of the time after which somebody should look, within 0…1
public record TimeLimit(
        String code,
        Localised name,
        @Nullable String channel,
        @Nullable String priority,
        Duration duration,
        Basis basis,
        double warnAt) {

    public static final Topic<TimeLimit> TOPIC = new Topic<>("limit", TimeLimit.class);

    public TimeLimit {
        if (!duration.isPositive() || !(warnAt >= 0 && warnAt <= 1)) {
            throw new IllegalArgumentException("Limit " + code + " has no usable time");
        }
    }

    /// What the time of a limit is counted in.
    public enum Basis {
        /// Hours in which the service is open.
        SERVICE,
        /// Every hour.
        WALL
    }

    /// The limit for a channel and priority: one that names both, else the priority, else the channel, else neither. A
    /// limit for an urgent matter thus outranks one for its channel.
    ///
    /// @return empty if nothing of that code holds here
    public static Optional<TimeLimit> mostSpecific(
            Collection<TimeLimit> limits, String code, @Nullable String channel, @Nullable String priority) {
        return limits.stream()
                .filter(limit -> limit.code().equals(code) && limit.holdsFor(channel, priority))
                .max(Comparator.comparingInt(TimeLimit::rank)
                        .thenComparing(TimeLimit::duration, Comparator.reverseOrder()));
    }

    private boolean holdsFor(@Nullable String wantedChannel, @Nullable String wantedPriority) {
        return (channel == null || Objects.equals(channel, wantedChannel))
                && (priority == null || Objects.equals(priority, wantedPriority));
    }

    private int rank() {
        return (priority == null ? 0 : 2) + (channel == null ? 0 : 1);
    }

    /// How long after the start somebody should look.
    public Duration warning() {
        return Duration.ofMillis(Math.round(duration.toMillis() * warnAt));
    }
}
