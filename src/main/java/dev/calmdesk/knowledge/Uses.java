package dev.calmdesk.knowledge;

import java.util.OptionalInt;

/// How an article did in cases: in how many it answered the question, and in how many it was looked at in vain.
public record Uses(int served, int missed) {

    static final Uses NONE = new Uses(0, 0);

    /// Fewer say nothing.
    private static final int FEWEST = 3;

    /// How much oftener it served than it did not; never below nothing.
    int surplus() {
        return Math.max(0, served - missed);
    }

    /// The share of cases in which it answered, in percent; empty while too few tell.
    public OptionalInt helpfulPercent() {
        var told = served + missed;
        return told < FEWEST ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * served / told));
    }
}
