package coop.parasol.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** The machine that a benchmark runs on, and how busy other programs keep it. */
public final class Machine {

    private static final Path STAT = Path.of("/proc/stat");
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
        if (!Files.isReadable(STAT)) {
            return "an unknown part";
        }
        Jiffies before = jiffies();
        LockSupport.parkNanos(MEASURED_NANOS);
        Jiffies after = jiffies();
        return "%.0f %%".formatted(100.0 * (after.busy() - before.busy()) / (after.total() - before.total()));
    }

    /** Processor time of all processors since the machine started, in the kernel's units. */
    private record Jiffies(long busy, long total) {}

    /** The first line of /proc/stat (proc(5)): user, nice, system, idle, iowait, ... */
    private static Jiffies jiffies() throws IOException {
        String[] fields = Files.readAllLines(STAT).getFirst().trim().split("\\s+");
        long[] all = Arrays.stream(fields).skip(1).mapToLong(Long::parseLong).toArray();
        long total = Arrays.stream(all).sum();
        return new Jiffies(total - all[3] - all[4], total);
    }
}
