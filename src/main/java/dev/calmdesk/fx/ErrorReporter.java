package dev.calmdesk.fx;

/// Hears of everything that went wrong and that no screen answered; called on the FX thread.
@FunctionalInterface
public interface ErrorReporter {

    /// @param work what was being done, in English, for the log
    /// @param error a [dev.calmdesk.base.Problem] nobody handled, or a bug
    void report(String work, Throwable error);
}
