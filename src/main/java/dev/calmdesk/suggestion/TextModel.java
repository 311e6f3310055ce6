package dev.calmdesk.suggestion;

import dev.calmdesk.language.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A linear model of which label fits a text. The same examples in any order, script and width give the same model.
/// Immutable, so any thread may ask it.
public final class TextModel {

    /// So many texts at least are held back to see how often a score is right, if there are as many.
    private static final int JUDGED = 500;

    /// Only the likeliest labels are ever shown, so it is theirs that is learned: how often they are right.
    private static final int SHOWN = 3;

    private final List<Learned> examples;
    private final Weights weights;
    private final Calibration calibration;

    private TextModel(List<Learned> examples, Weights weights, Calibration calibration) {
        this.examples = examples;
        this.weights = weights;
        this.calibration = calibration;
    }

    /// A label and by how much it fits better than every other, or worse than the best.
    private record Fit(int label, double lead) {}

    public static TextModel train(List<Example> examples) {
        return train(examples, () -> {});
    }

    /// @param breath runs again and again meanwhile; may let others go first, or throw to give up
    public static TextModel train(List<Example> examples, Runnable breath) {
        var learned = examples.stream().map(Learned::of).sorted(Learned.ORDER).toList();
        return new TextModel(learned, Weights.learn(learned, breath), calibrate(learned, breath));
    }

    /// A tenth is held back; of few examples several tenths, one after the other.
    private static Calibration calibrate(List<Learned> examples, Runnable breath) {
        var tenths = Math.clamp(10L * JUDGED / Math.max(1, examples.size()), 1, 10);
        var leads = new ArrayList<Double>();
        var right = new ArrayList<Boolean>();
        for (var tenth = 0; tenth < tenths; tenth++) {
            var held = tenth;
            var weights = Weights.learn(examples.stream().filter(example -> example.tenth() != held).toList(), breath);
            examples.stream().filter(example -> example.tenth() == held).forEach(example -> {
                for (var fit : fits(weights, example.buckets(), SHOWN)) {
                    leads.add(fit.lead());
                    right.add(weights.labels().get(fit.label()).equals(example.label()));
                }
            });
        }
        var flags = new boolean[right.size()];
        IntStream.range(0, flags.length).forEach(i -> flags[i] = right.get(i));
        return Calibration.of(leads.stream().mapToDouble(Double::doubleValue).toArray(), flags);
    }

    private static List<Fit> fits(Weights weights, int[] buckets, int most) {
        var scores = IntStream.range(0, weights.labels().size())
                .mapToDouble(label -> weights.score(label, buckets))
                .toArray();
        var best = Arrays.stream(scores).boxed().sorted(Comparator.reverseOrder()).limit(2).toList();
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer label) -> scores[label]).reversed())
                .limit(most)
                .map(label -> new Fit(label, scores[label] - bestOther(best, scores[label])))
                .toList();
    }

    /// @param best the highest score and the next
    private static double bestOther(List<Double> best, double score) {
        return best.size() < 2 ? 0 : score == best.getFirst() ? best.getLast() : best.getFirst();
    }

    /// The labels that fit a text best, the likeliest first. What nothing in the text speaks for is left out.
    public List<Suggested> suggest(String text, int most) {
        var folded = Fold.of(text);
        var features = Features.of(folded);
        var buckets = Features.buckets(features);
        return fits(weights, buckets, most).stream()
                .map(fit -> new Suggested(
                        weights.labels().get(fit.label()),
                        calibration.probability(fit.lead()),
                        new Decisive(folded, features, bucket -> weights.weight(fit.label(), bucket)).stretches(),
                        new Closest(buckets, bucket -> weights.weight(fit.label(), bucket))
                                .among(examples, weights.labels().get(fit.label()))))
                .filter(suggested -> !suggested.words().isEmpty())
                .toList();
    }

    Weights weights() {
        return weights;
    }

    /// How many examples it was made of.
    public int size() {
        return examples.size();
    }
}
