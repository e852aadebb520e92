package coop.parasol.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** The machine that a benchmark runs on, and how busy other programs keep it. */
public final class Machine {

    private static final long MEASURED_NANOS = 2_000_000_000L;

    private Machine() {}

    /**
     * A clause for below a table's heading: the number of processors, and the share of them that other programs used in the
     * two seconds of this call, in which this program does nothing.
     */
    public static String describe() throws IOException {
        return "%d processors, others used %s of them before the start"
                .formatted(Runtime.getRuntime().availableProcessors(), usedByOthers());
    }

    private static String usedByOthers() throws IOException {
        MachineTimes before = MachineTimes.now(Path.of("."));
        LockSupport.parkNanos(MEASURED_NANOS);
        double used = MachineTimes.now(Path.of(".")).since(before).processors();
        return Double.isNaN(used) ? "an unknown part" : "%.0f %%".formatted(100 * used);
    }
}
