package coop.parasol.quality.sampling.rules;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a plan makes of lots of a given quality: the probability of acceptance as a function of it (MIL-STD-105E,
 * table X). Hypergeometric where the sample is more than a tenth of the lot, binomial for larger lots, Poisson where
 * defects are counted.
 */
public final class OperatingCharacteristic {

    /** Which distribution the numbers come from. */
    public enum Distribution {
        HYPERGEOMETRIC,
        BINOMIAL,
        POISSON
    }

    /**
     * One point.
     *
     * @param quality per cent nonconforming, or defects per hundred units
     * @param acceptance probability, 0 to 1
     */
    public record Point(double quality, double acceptance) {}

    private static final int POINTS = 50;
    private static final double HUNDRED = 100;
    private static final double LARGE_LOT = 10;
    private static final double NEVER = 0.001;
    private static final int HALVINGS = 60;

    private final SamplingPlan plan;
    private final long lotSize;

    /** @param lotSize units in the lot from which the plan draws */
    public OperatingCharacteristic(SamplingPlan plan, long lotSize) {
        this.plan = plan;
        this.lotSize = lotSize;
    }

    public Distribution distribution() {
        if (plan.countsDefects()) {
            return Distribution.POISSON;
        }
        return lotSize < LARGE_LOT * plan.sampleSize() ? Distribution.HYPERGEOMETRIC : Distribution.BINOMIAL;
    }

    /**
     * Probability that a lot of this quality is accepted. In reduced inspection a lot in the gap is accepted.
     *
     * @param quality per cent nonconforming (at most 100), or defects per hundred units. A lot has whole units: where the
     *     distribution is hypergeometric, the number of nonconforming ones is rounded
     */
    public double acceptance(double quality) {
        int largest = plan.rejection() - 1;
        return switch (distribution()) {
            case POISSON -> poisson(plan.sampleSize() * quality / HUNDRED, largest);
            case BINOMIAL -> binomial(plan.sampleSize(), quality / HUNDRED, largest);
            case HYPERGEOMETRIC ->
                hypergeometric(Math.round(lotSize * quality / HUNDRED), lotSize, plan.sampleSize(), largest);
        };
    }

    /** Points from 0 to where hardly a lot is accepted, for drawing. */
    public List<Point> curve() {
        double end = qualityAccepted(NEVER);
        double step = end / POINTS;
        if (distribution() == Distribution.HYPERGEOMETRIC) {
            long units = Math.min(lotSize, (long) Math.ceil(end * lotSize / HUNDRED) + 1);
            long every = Math.max(1, units / POINTS);
            return java.util.stream.LongStream.iterate(0, bad -> bad <= units, bad -> bad + every)
                    .mapToObj(bad -> point(HUNDRED * bad / lotSize))
                    .toList();
        }
        return IntStream.rangeClosed(0, POINTS).mapToObj(i -> point(i * step)).toList();
    }

    /** The quality of lots of which this share is accepted. */
    public double qualityAccepted(double share) {
        double better = 0;
        double worse = HUNDRED;
        while (plan.countsDefects() && acceptance(worse) > share) {
            worse *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (better + worse) / 2;
            if (acceptance(middle) > share) {
                better = middle;
            } else {
                worse = middle;
            }
        }
        return better;
    }

    private Point point(double quality) {
        return new Point(quality, acceptance(quality));
    }

    private static double poisson(double mean, int largest) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int k = 1; k <= largest; k++) {
            term *= mean / k;
            sum += term;
        }
        return Math.min(1, sum);
    }

    private static double binomial(int n, double p, int largest) {
        if (p <= 0 || largest >= n) {
            return 1;
        }
        if (p >= 1) {
            return 0;
        }
        double odds = p / (1 - p);
        double logTerm = n * Math.log1p(-p);
        double sum = Math.exp(logTerm);
        for (int k = 1; k <= largest; k++) {
            logTerm += Math.log(odds * (n - k + 1) / k);
            sum += Math.exp(logTerm);
        }
        return Math.min(1, sum);
    }

    /** Of {@code lot} units {@code bad} are nonconforming; at most {@code largest} of {@code n} drawn ones are. */
    private static double hypergeometric(long bad, long lot, int n, int largest) {
        double sum = 0;
        for (int k = 0; k <= Math.min(largest, n); k++) {
            if (k <= bad && n - k <= lot - bad) {
                sum += Math.exp(logChoose(bad, k) + logChoose(lot - bad, n - k) - logChoose(lot, n));
            }
        }
        return Math.min(1, sum);
    }

    private static double logChoose(long n, long k) {
        double sum = 0;
        for (long i = 1; i <= Math.min(k, n - k); i++) {
            sum += Math.log((double) (n - Math.min(k, n - k) + i) / i);
        }
        return sum;
    }
}
