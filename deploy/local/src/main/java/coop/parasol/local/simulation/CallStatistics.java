package coop.parasol.local.simulation;

import coop.parasol.bench.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each kind of call was answered, and how long after it was due. Of many threads at once. */
final class CallStatistics {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int SHOWN_FAILURES = 3;
    private static final int SHOWN_CHARACTERS = 500;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private int shownFailures;

    private static final class Kind {
        private double wantedPerSecond;
        private long done;
        private long calls;
        private long failed;
        private long lastAnswered;
        private double[] millis = new double[64];
    }

    /**
     * One kind of call.
     *
     * @param wanted what was to be done by it a second; NaN if it comes once
     * @param reached the same as it was; until the last answer, if that came later than the load's end
     * @param p50 milliseconds from when a call was due until it was answered
     */
    record Summary(
            String kind, double wanted, double reached, long done, long calls, long failed, double p50, double p99) {}

    /** Announces a kind of call, in the order in which the report has them. */
    synchronized void expect(String kind, double perSecond) {
        kind(kind).wantedPerSecond = perSecond;
    }

    /**
     * A call was answered as it should be.
     *
     * @param due when it had to be sent ({@link System#nanoTime})
     * @param done how much was done by it
     */
    synchronized void answered(String kind, long due, int done) {
        Kind of = kind(kind);
        long now = System.nanoTime();
        if (of.calls == of.millis.length) {
            of.millis = Arrays.copyOf(of.millis, 2 * of.millis.length);
        }
        of.millis[(int) of.calls] = (now - due) / NANOS_PER_MILLI;
        of.calls++;
        of.done += done;
        of.lastAnswered = now;
    }

    /** A call was refused, or has got no answer; the first few are printed. */
    synchronized void failed(String kind, String why) {
        kind(kind).failed++;
        if (shownFailures++ < SHOWN_FAILURES) {
            System.out.println("  failed: " + kind + ": " + why.substring(0, Math.min(SHOWN_CHARACTERS, why.length())));
        }
    }

    /** How much of the kind was done so far. */
    synchronized long done(String kind) {
        return kind(kind).done;
    }

    /** @param begun when the load began ({@link System#nanoTime}) */
    synchronized List<Summary> summaries(long begun, double seconds) {
        List<Summary> all = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            double[] sorted = Arrays.copyOf(kind.millis, (int) kind.calls);
            Arrays.sort(sorted);
            double until = Math.max(seconds, (kind.lastAnswered - begun) / NANOS_PER_SECOND);
            all.add(new Summary(
                    name,
                    kind.wantedPerSecond,
                    kind.done / until,
                    kind.done,
                    kind.calls,
                    kind.failed,
                    Quantiles.at(sorted, 0.5),
                    Quantiles.at(sorted, 0.99)));
        });
        return all;
    }

    private Kind kind(String name) {
        return kinds.computeIfAbsent(name, any -> {
            Kind kind = new Kind();
            kind.wantedPerSecond = Double.NaN;
            return kind;
        });
    }
}
