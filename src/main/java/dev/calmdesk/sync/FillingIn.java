package dev.calmdesk.sync;

/// How much of what lies before this desk joined is here, while the rest still comes in.
///
/// @param done entries that are here
/// @param until entries there are
public record FillingIn(long done, long until) {

    /// Whole percents; never a hundred while anything is missing.
    public int percent() {
        return (int) (done * 100 / until);
    }
}
