package dev.calmdesk.cases.ui;

import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.cases.Tone;
import dev.calmdesk.fx.control.Signal;
import org.jspecify.annotations.Nullable;

/// Which colour says what about a case.
final class Shown {

    private Shown() {}

    static Signal of(Tone tone) {
        return switch (tone) {
            case PLAIN -> Signal.ACCENT;
            case GOOD -> Signal.OK;
            case WAITING -> Signal.SOON;
            case GRAVE -> Signal.LATE;
            case FAINT -> Signal.NEUTRAL;
        };
    }

    static Signal of(@Nullable Severity severity) {
        return switch (severity) {
            case S1 -> Signal.LATE;
            case S2 -> Signal.SOON;
            case S3, S4 -> Signal.NEUTRAL;
            case null -> Signal.NEUTRAL;
        };
    }

    static Signal of(CaseState state) {
        return switch (state) {
            case OPEN -> Signal.ACCENT;
            case CLOSED -> Signal.OK;
            case VOID -> Signal.NEUTRAL;
        };
    }
}
