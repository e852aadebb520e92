package coop.parasol.bench;

import java.util.List;

/** Positions in measured values. */
public final class Quantiles {

    private Quantiles() {}

    /**
     * The value below which that part of the values lies; NaN of none.
     *
     * @param sorted ascending
     * @param quantile from 0 to 1
     */
    public static double at(double[] sorted, double quantile) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * quantile))];
    }

    /** The lower of the two in the middle if their number is even; NaN of none. */
    public static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
    }
}
