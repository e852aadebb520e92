package coop.parasol.bench;

import java.util.List;

/** Quantiles of measured values, such as the 99th percentile of latencies. */
public final class Quantiles {

    private Quantiles() {}

    /**
     * The value below which that part of the values lies; NaN if there are no values.
     *
     * @param sorted ascending
     * @param quantile from 0 to 1
     */
    public static double at(double[] sorted, double quantile) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * quantile))];
    }

    /** The middle value, the lower of the two middle ones if their number is even; NaN if there are no values. */
    public static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
    }
}
