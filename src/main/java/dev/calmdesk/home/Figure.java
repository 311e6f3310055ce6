package dev.calmdesk.home;

import java.util.OptionalDouble;

/// One figure of a person, and the median of the team beside it.
///
/// @param value not rounded; empty without a denominator
/// @param n how many cases, ratings or contacts it rests on
/// @param teamMedian empty while nobody else in the team has one
public record Figure(OptionalDouble value, int n, OptionalDouble teamMedian) {

    private static final int SMALL = 30;

    /// Too few to conclude anything from.
    public boolean isSmall() {
        return n < SMALL;
    }

    /// By how much it lies above the team's median; empty if there is nothing to compare.
    public OptionalDouble aboveTeam() {
        return value.isPresent() && teamMedian.isPresent()
                ? OptionalDouble.of(value.getAsDouble() - teamMedian.getAsDouble())
                : OptionalDouble.empty();
    }
}
