package dev.calmdesk.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When a desk asks the hub again. Desks that lost their hub together do not come back together: every pause is drawn at
/// random from the upper half of its span.
final class Pace {

    /// The stream wakes; asking only makes sure that it is still there.
    private static final Duration WITH_STREAM = Duration.ofSeconds(60);

    private static final Duration WITHOUT_STREAM = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /// A person has to do something first; maybe somebody did.
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private int silences;
    private int streamEnds;

    Pace(RandomGenerator random) {
        this.random = random;
    }

    /// @param streams whether the stream still held
    Duration afterSuccess(boolean streams) {
        silences = 0;
        if (streams) {
            streamEnds = 0;
        }
        return spread(streams ? WITH_STREAM : WITHOUT_STREAM);
    }

    /// Doubles with every silence in a row, up to a minute.
    Duration afterSilence() {
        return doubled(silences++);
    }

    /// Doubles as long as no stream holds until the next round.
    Duration afterStreamEnd() {
        return doubled(streamEnds++);
    }

    private Duration doubled(int times) {
        var pause = FIRST.multipliedBy(1L << Math.min(times, 10));
        return spread(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    Duration afterRefusal() {
        silences = 0;
        return spread(AFTER_REFUSAL);
    }

    private Duration spread(Duration whole) {
        return Duration.ofMillis(whole.toMillis() / 2 + random.nextLong(whole.toMillis() / 2 + 1));
    }
}
