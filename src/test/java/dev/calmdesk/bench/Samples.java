package dev.calmdesk.bench;

import java.util.Arrays;

/// Times of one thing measured many times, in milliseconds.
public final class Samples {

    private double[] millis = new double[64];
    private int count;

    public void add(double sample) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, count * 2);
        }
        millis[count++] = sample;
    }

    public void addNanos(long nanos) {
        add(nanos / 1e6);
    }

    public int count() {
        return count;
    }

    public double median() {
        return percentile(50);
    }

    public double max() {
        return percentile(100);
    }

    public double percentile(double percent) {
        if (count == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        var rank = (int) Math.ceil(count * percent / 100);
        return sorted[Math.clamp(rank - 1, 0, count - 1)];
    }

    public long above(double limit) {
        return Arrays.stream(millis, 0, count).filter(sample -> sample > limit).count();
    }
}
