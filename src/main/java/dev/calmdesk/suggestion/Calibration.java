package dev.calmdesk.suggestion;

/// Turns the lead of a label into the share of labels with such a lead that were right (Platt scaling: a logistic curve
/// through the leads in texts that the model had not seen, with the smoothed targets of Lin, Lin and Weng).
///
/// @param slope above zero: a higher lead is never less likely
record Calibration(double slope, double shift) {

    private static final int STEPS = 60;
    private static final double LEAST_SLOPE = 0.05;
    private static final double RIDGE = 1e-6;

    /// @param leads of labels
    /// @param right whether each was the right one
    static Calibration of(double[] leads, boolean[] right) {
        var rights = 0;
        for (var each : right) {
            rights += each ? 1 : 0;
        }
        var yes = (rights + 1.0) / (rights + 2.0);
        var no = 1.0 / (right.length - rights + 2.0);
        var fitted = new Calibration(1, 0);
        for (var step = 0; step < STEPS; step++) {
            fitted = fitted.closer(leads, right, yes, no);
        }
        return fitted;
    }

    /// One damped step of Newton's method.
    private Calibration closer(double[] leads, boolean[] right, double yes, double no) {
        double gradientSlope = 0;
        double gradientShift = 0;
        double slopeSlope = RIDGE;
        double slopeShift = 0;
        double shiftShift = RIDGE;
        for (var i = 0; i < leads.length; i++) {
            var probability = probability(leads[i]);
            var error = probability - (right[i] ? yes : no);
            var curve = probability * (1 - probability);
            gradientSlope += error * leads[i];
            gradientShift += error;
            slopeSlope += curve * leads[i] * leads[i];
            slopeShift += curve * leads[i];
            shiftShift += curve;
        }
        var determinant = slopeSlope * shiftShift - slopeShift * slopeShift;
        var bySlope = (gradientSlope * shiftShift - gradientShift * slopeShift) / determinant;
        var byShift = (gradientShift * slopeSlope - gradientSlope * slopeShift) / determinant;
        return new Calibration(
                Math.max(LEAST_SLOPE, slope - Math.clamp(bySlope, -0.5, 0.5)), shift - Math.clamp(byShift, -0.5, 0.5));
    }

    double probability(double lead) {
        return logistic(slope * lead + shift);
    }

    static double logistic(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }
}
