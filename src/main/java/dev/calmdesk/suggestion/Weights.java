package dev.calmdesk.suggestion;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What each feature says for or against each label: one logistic regression a label against all others (AdaGrad).
///
/// @param labels in order
/// @param places bucket → its place in the rows of weights; -1 for buckets that no example has
/// @param of a row a label
/// @param bias one a label
record Weights(List<String> labels, int[] places, float[][] of, float[] bias) {

    private static final int PASSES = 12;
    private static final float RATE = 0.05f;
    private static final int SEED = 18;
    private static final int BREATH = 256;

    /// @param examples in an order that does not depend on where they come from
    /// @param breath runs again and again; may let others go first, or throw to give up
    static Weights learn(List<Learned> examples, Runnable breath) {
        var labels = examples.stream().map(Learned::label).sorted().distinct().toList();
        var places = places(examples);
        var width = Arrays.stream(places).max().orElse(-1) + 1;
        var texts = examples.stream().map(example -> placed(example.buckets(), places)).toArray(int[][]::new);
        var weights = new Weights(labels, places, new float[labels.size()][width], new float[labels.size()]);
        var order = new int[texts.length];
        for (var label = 0; label < labels.size(); label++) {
            var right = new boolean[texts.length];
            for (var i = 0; i < right.length; i++) {
                right[i] = examples.get(i).label().equals(labels.get(label));
            }
            weights.learn(label, texts, right, order, breath);
        }
        return weights;
    }

    private static int[] places(List<Learned> examples) {
        var places = new int[Features.BUCKETS];
        Arrays.fill(places, -1);
        var next = 0;
        for (var example : examples) {
            for (var bucket : example.buckets()) {
                if (places[bucket] < 0) {
                    places[bucket] = next++;
                }
            }
        }
        return places;
    }

    private static int[] placed(int[] buckets, int[] places) {
        return Arrays.stream(buckets).map(bucket -> places[bucket]).toArray();
    }

    private void learn(int label, int[][] texts, boolean[] right, int[] order, Runnable breath) {
        var row = of[label];
        var squares = new float[row.length + 1];
        var random = new Random(SEED);
        for (var i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (var pass = 0; pass < PASSES; pass++) {
            shuffle(order, random);
            for (var i = 0; i < order.length; i++) {
                if (i % BREATH == 0) {
                    breath.run();
                }
                step(label, texts[order[i]], right[order[i]], squares);
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (var i = order.length - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    /// @param squares of the slopes so far; the bias stands behind the weights
    private void step(int label, int[] text, boolean right, float[] squares) {
        var row = of[label];
        double score = bias[label];
        for (var place : text) {
            score += row[place];
        }
        var slope = (float) (Calibration.logistic(score) - (right ? 1 : 0));
        var square = slope * slope;
        if (square < 1e-12f) {
            return;
        }
        for (var place : text) {
            squares[place] += square;
            row[place] -= RATE * slope / (float) Math.sqrt(squares[place]);
        }
        squares[row.length] += square;
        bias[label] -= RATE * slope / (float) Math.sqrt(squares[row.length]);
    }

    double score(int label, int[] buckets) {
        double score = bias[label];
        for (var bucket : buckets) {
            score += weight(label, bucket);
        }
        return score;
    }

    float weight(int label, int bucket) {
        return places[bucket] < 0 ? 0 : of[label][places[bucket]];
    }
}
