package dev.calmdesk.fx;

import java.time.Duration;

/// Writes a time that runs, the way a clock shows it: `06:48`, `1:02:03`.
public final class Elapsed {

    private Elapsed() {}

    /// A negative time, after a clock was set back, counts as none.
    public static String text(Duration time) {
        var shown = time.isNegative() ? Duration.ZERO : time;
        return shown.toHours() == 0
                ? "%02d:%02d".formatted(shown.toMinutesPart(), shown.toSecondsPart())
                : "%d:%02d:%02d".formatted(shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart());
    }

    /// Without seconds: `1:02`.
    public static String hours(Duration time) {
        return "%d:%02d".formatted(time.toHours(), time.toMinutesPart());
    }
}
