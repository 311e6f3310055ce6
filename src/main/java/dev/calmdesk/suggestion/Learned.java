package dev.calmdesk.suggestion;

import dev.calmdesk.language.Fold;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/// What is kept of an example: no text, only its buckets.
///
/// @param tenth which tenth of all texts it belongs to; the same text always to the same
record Learned(UUID source, String label, int[] buckets, int tenth) {

    /// So that nothing depends on the order in which examples come.
    static final Comparator<Learned> ORDER = Comparator.comparing(Learned::label)
            .thenComparing(Learned::buckets, Arrays::compare)
            .thenComparing(Learned::source);

    static Learned of(Example example) {
        var folded = Fold.of(example.text());
        var buckets = Features.buckets(Features.of(folded));
        return new Learned(example.source(), example.label(), buckets, Math.floorMod(Arrays.hashCode(buckets) * 31 >>> 7, 10));
    }
}
