package dev.calmdesk.suggestion;

import dev.calmdesk.language.Folded;
import dev.calmdesk.suggestion.Features.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Finds the stretches of a text that speak most for a label. A feature's weight is shared out among its characters, and
/// neighbours that all speak for the label make one stretch.
final class Decisive {

    private static final int MOST = 3;

    /// What says less than this share of the strongest character, or stretch, did not decide.
    private static final double LEAST_SHARE = 0.3;

    private final Folded folded;
    private final double[] says;

    private record Piece(int from, int to, double weight) {}

    Decisive(Folded folded, List<Feature> features, IntToDoubleFunction weight) {
        this.folded = folded;
        this.says = new double[folded.length()];
        for (var feature : features) {
            var share = weight.applyAsDouble(feature.bucket()) / (feature.to() - feature.from());
            for (var i = feature.from(); i < feature.to(); i++) {
                says[i] += share;
            }
        }
    }

    List<Stretch> stretches() {
        var pieces = pieces();
        var least = LEAST_SHARE * pieces.stream().mapToDouble(Piece::weight).max().orElse(0);
        return pieces.stream()
                .filter(piece -> piece.weight() >= least)
                .sorted(Comparator.comparingDouble(Piece::weight).reversed().thenComparingInt(Piece::from))
                .limit(MOST)
                .sorted(Comparator.comparingInt(Piece::from))
                .map(piece -> new Stretch(
                        folded.start(piece.from()), folded.end(piece.to() - 1),
                        folded.shownOf(piece.from(), piece.to())))
                .toList();
    }

    private List<Piece> pieces() {
        double strongest = 0;
        for (var each : says) {
            strongest = Math.max(strongest, each);
        }
        var pieces = new ArrayList<Piece>();
        var least = LEAST_SHARE * strongest;
        var at = 0;
        while (at < says.length) {
            var end = at;
            double weight = 0;
            while (end < says.length && says[end] > least) {
                weight += says[end++];
            }
            if (end > at) {
                pieces.add(new Piece(at, end, weight));
            }
            at = end + 1;
        }
        return pieces;
    }
}
