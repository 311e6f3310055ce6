package dev.calmdesk.clock;

import java.time.Duration;
import java.time.Instant;

/// How a clock stands at a moment. Pure.
///
/// @param share part of the time that has passed, above 1 when late; of a clock that stopped, the part it had used
/// @param remaining time left, in service time if the limit counts that; negative when late
public record ClockState(Phase phase, double share, Duration remaining) {

    public enum Phase {
        RUNNING,
        /// Soon due.
        WARNING,
        /// Overdue and still open.
        LATE,
        /// Done in time; the last moment is in time.
        MET,
        /// Done too late.
        BREACHED,
        /// Counts for nothing.
        VOID
    }

    /// @param hours the calendar of a clock in service time; around the clock for one in wall time
    public static ClockState of(Clock clock, ServiceCalendar hours, Instant now) {
        var until = clock.metAt() != null ? clock.metAt() : clock.voidedAt() != null ? clock.voidedAt() : now;
        return new ClockState(
                phase(clock, now), share(clock, hours, until), hours.between(until, clock.dueAt()));
    }

    private static Phase phase(Clock clock, Instant now) {
        if (clock.voidedAt() != null) {
            return Phase.VOID;
        } else if (clock.metAt() != null) {
            return clock.metAt().isAfter(clock.dueAt()) ? Phase.BREACHED : Phase.MET;
        } else if (now.isAfter(clock.dueAt())) {
            return Phase.LATE;
        }
        return now.isBefore(clock.warnAt()) ? Phase.RUNNING : Phase.WARNING;
    }

    /// Measured against the settled due time, so that it is 1 then even if the calendar was changed meanwhile.
    private static double share(Clock clock, ServiceCalendar hours, Instant until) {
        var whole = hours.between(clock.startedAt(), clock.dueAt());
        if (!whole.isPositive()) {
            return until.isBefore(clock.dueAt()) ? 0 : 1;
        }
        return Math.max(0, (double) hours.between(clock.startedAt(), until).toMillis() / whole.toMillis());
    }

    public boolean isOpen() {
        return phase == Phase.RUNNING || phase == Phase.WARNING || phase == Phase.LATE;
    }
}
