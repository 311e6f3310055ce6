package dev.calmdesk.cases;

import java.time.Duration;
import java.time.Instant;

/// Something that is due: a time limit at work, or a promise.
///
/// @param warnAt from when on it counts as due soon
public record Deadline(Instant startedAt, Instant warnAt, Instant dueAt) {

    /// What is left when a warned deadline becomes red before it is late, and when a long one warns at the latest.
    private static final Duration LAST_MINUTES = Duration.ofMinutes(10);

    /// A promise warns when four fifths of its time are over.
    public static Deadline of(Promise promise) {
        var whole = Duration.between(promise.madeAt(), promise.dueAt());
        return new Deadline(promise.madeAt(), promise.madeAt().plus(whole.multipliedBy(4).dividedBy(5)), promise.dueAt());
    }

    /// How much of the time is used up, 0 to 1.
    public double used(Instant now) {
        var whole = Duration.between(startedAt, dueAt).toMillis();
        return whole <= 0 ? 1 : Math.clamp((double) Duration.between(startedAt, now).toMillis() / whole, 0, 1);
    }

    public Tone tone(Instant now) {
        if (!now.isBefore(dueAt)) {
            return Tone.GRAVE;
        }
        var isLastMinutes = Duration.between(now, dueAt).compareTo(LAST_MINUTES) <= 0;
        if (now.isBefore(warnAt)) {
            var isLong = Duration.between(startedAt, dueAt).compareTo(LAST_MINUTES.multipliedBy(2)) >= 0;
            return isLastMinutes && isLong ? Tone.WAITING : Tone.GOOD;
        }
        return isLastMinutes ? Tone.GRAVE : Tone.WAITING;
    }
}
