package dev.calmdesk.home.ui;

import dev.calmdesk.fx.control.Signal;
import java.time.Duration;
import java.time.Instant;

/// How much something that is due presses. Pure.
///
/// @param share how much of the time is used, 0 to 1
record Pressure(double share, Signal signal, boolean isOver) {

    private static final Duration ALMOST = Duration.ofMinutes(15);
    private static final Duration SOON = Duration.ofHours(2);
    private static final double MUCH = 0.8;

    static Pressure of(Instant since, Instant due, Instant now) {
        var left = Duration.between(now, due);
        var whole = Duration.between(since, due).toMillis();
        var share = whole <= 0 ? 1 : Math.clamp(1 - (double) left.toMillis() / whole, 0, 1);
        var isOver = left.isNegative();
        return new Pressure(share, signal(left, share), isOver);
    }

    /// Little time alone makes something urgent; a used-up share only where little is left of a long time.
    private static Signal signal(Duration left, double share) {
        if (left.compareTo(ALMOST) < 0) {
            return Signal.LATE;
        }
        return left.compareTo(SOON) < 0 || share >= MUCH ? Signal.SOON : Signal.OK;
    }
}
