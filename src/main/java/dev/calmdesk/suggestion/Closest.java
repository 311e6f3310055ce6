package dev.calmdesk.suggestion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;

/// Finds the examples that share most of what speaks for a label in a text.
final class Closest {

    private static final int MOST = 3;

    /// An example with less of it in common is not what a suggestion rests on.
    private static final double LEAST_SHARE = 0.2;

    private final int[] deciding;
    private final IntToDoubleFunction weight;
    private final double whole;

    private record Shared(UUID source, double weight) {}

    /// @param buckets of the text, in order
    Closest(int[] buckets, IntToDoubleFunction weight) {
        this.deciding = Arrays.stream(buckets).filter(bucket -> weight.applyAsDouble(bucket) > 0).toArray();
        this.weight = weight;
        this.whole = Arrays.stream(deciding).mapToDouble(weight).sum();
    }

    List<UUID> among(List<Learned> examples, String label) {
        return examples.stream()
                .filter(example -> example.label().equals(label))
                .map(example -> new Shared(example.source(), shared(example.buckets())))
                .filter(shared -> shared.weight() > LEAST_SHARE * whole)
                .sorted(Comparator.comparingDouble(Shared::weight)
                        .thenComparing(Shared::source)
                        .reversed())
                .limit(MOST)
                .map(Shared::source)
                .toList();
    }

    private double shared(int[] buckets) {
        double shared = 0;
        for (var bucket : deciding) {
            if (Arrays.binarySearch(buckets, bucket) >= 0) {
                shared += weight.applyAsDouble(bucket);
            }
        }
        return shared;
    }
}
