package dev.calmdesk.complaint;

/// How likely something is, in steps that can be told apart; a percentage would claim more than is known.
public enum Certainty {
    VERY_LIKELY, LIKELY, POSSIBLE;

    /// From here on something is suggested; below, it is only possible.
    static final double SUGGESTED = 0.6;

    private static final double NEARLY_SURE = 0.85;

    static Certainty of(double probability) {
        if (probability >= NEARLY_SURE) {
            return VERY_LIKELY;
        }
        return probability >= SUGGESTED ? LIKELY : POSSIBLE;
    }
}
