package coop.parasol.quality.sampling.rules;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The operating characteristic (OC) of a sampling plan: the probability that a lot is accepted as a function of its
 * quality (MIL-STD-105E, table X). The distribution is hypergeometric where the sample is more than a tenth of the lot,
 * binomial for larger lots, and Poisson where defects are counted.
 */
public final class OperatingCharacteristic {

    /** The distribution of the count in a sample. */
    public enum Distribution {
        HYPERGEOMETRIC,
        BINOMIAL,
        POISSON
    }

    /**
     * A point of the curve.
     *
     * @param quality per cent nonconforming, or defects per hundred units
     * @param acceptance probability, 0 to 1
     */
    public record Point(double quality, double acceptance) {}

    private static final int POINTS = 50;
    private static final double HUNDRED = 100;
    private static final double MIN_LOTS_PER_SAMPLE = 10;
    private static final double NEGLIGIBLE = 0.001;
    private static final int BISECTIONS = 60;

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
        return lotSize < MIN_LOTS_PER_SAMPLE * plan.sampleSize() ? Distribution.HYPERGEOMETRIC : Distribution.BINOMIAL;
    }

    /**
     * Probability that a lot of this quality is accepted. In reduced inspection a lot in the gap is accepted.
     *
     * @param quality per cent nonconforming (at most 100), or defects per hundred units. A lot has whole units: where the
     *     distribution is hypergeometric, the number of nonconforming ones is rounded
     */
    public double acceptance(double quality) {
        int maxCount = plan.rejection() - 1;
        return switch (distribution()) {
            case POISSON -> poisson(plan.sampleSize() * quality / HUNDRED, maxCount);
            case BINOMIAL -> binomial(plan.sampleSize(), quality / HUNDRED, maxCount);
            case HYPERGEOMETRIC ->
                hypergeometric(Math.round(lotSize * quality / HUNDRED), lotSize, plan.sampleSize(), maxCount);
        };
    }

    /** Points of the curve from quality 0 to where one lot in a thousand is accepted, for drawing. */
    public List<Point> curve() {
        double end = qualityAccepted(NEGLIGIBLE);
        double step = end / POINTS;
        if (distribution() == Distribution.HYPERGEOMETRIC) {
            long units = Math.min(lotSize, (long) Math.ceil(end * lotSize / HUNDRED) + 1);
            long every = Math.max(1, units / POINTS);
            return LongStream.iterate(0, bad -> bad <= units, bad -> bad + every)
                    .mapToObj(bad -> point(HUNDRED * bad / lotSize))
                    .toList();
        }
        return IntStream.rangeClosed(0, POINTS).mapToObj(i -> point(i * step)).toList();
    }

    /**
     * The quality of lots of which this share (0 to 1) is accepted. A lot has whole units: where the distribution is
     * hypergeometric, it is the worst quality of which at least this share is accepted.
     */
    public double qualityAccepted(double share) {
        if (distribution() == Distribution.HYPERGEOMETRIC) {
            return HUNDRED * nonconformingUnitsAccepted(share) / lotSize;
        }
        double better = 0;
        double worse = HUNDRED;
        while (plan.countsDefects() && acceptance(worse) > share) {
            worse *= 2;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (better + worse) / 2;
            if (acceptance(middle) > share) {
                better = middle;
            } else {
                worse = middle;
            }
        }
        return better;
    }

    /** The largest number of nonconforming units in a lot that is accepted with at least this probability. */
    private long nonconformingUnitsAccepted(double share) {
        int maxCount = plan.rejection() - 1;
        long accepted = 0;
        long rejected = lotSize + 1;
        while (rejected - accepted > 1) {
            long middle = (accepted + rejected) / 2;
            if (hypergeometric(middle, lotSize, plan.sampleSize(), maxCount) >= share) {
                accepted = middle;
            } else {
                rejected = middle;
            }
        }
        return accepted;
    }

    private Point point(double quality) {
        return new Point(quality, acceptance(quality));
    }

    private static double poisson(double mean, int maxCount) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int k = 1; k <= maxCount; k++) {
            term *= mean / k;
            sum += term;
        }
        return Math.min(1, sum);
    }

    private static double binomial(int n, double p, int maxCount) {
        if (p <= 0 || maxCount >= n) {
            return 1;
        }
        if (p >= 1) {
            return 0;
        }
        double odds = p / (1 - p);
        double logTerm = n * Math.log1p(-p);
        double sum = Math.exp(logTerm);
        for (int k = 1; k <= maxCount; k++) {
            logTerm += Math.log(odds * (n - k + 1) / k);
            sum += Math.exp(logTerm);
        }
        return Math.min(1, sum);
    }

    /** The probability that of {@code n} units drawn from {@code lot}, {@code bad} of which are nonconforming, at most {@code maxCount} are. */
    private static double hypergeometric(long bad, long lot, int n, int maxCount) {
        double sum = 0;
        for (int k = 0; k <= Math.min(maxCount, n); k++) {
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
