package coop.parasol.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** What a result was measured on. */
public final class Machine {

    private static final Path STAT = Path.of("/proc/stat");

    private Machine() {}

    /**
     * In words, for below a table's heading: the processors, and the share of them that was in use for two seconds in which
     * this program did nothing.
     */
    public static String described() throws IOException {
        return "%d processors, others used %s of them before the start"
                .formatted(Runtime.getRuntime().availableProcessors(), busy());
    }

    private static String busy() throws IOException {
        if (!Files.isReadable(STAT)) {
            return "an unknown part";
        }
        long[] before = jiffies();
        LockSupport.parkNanos(2_000_000_000L);
        long[] after = jiffies();
        return "%.0f %%".formatted(100.0 * (after[0] - before[0]) / (after[1] - before[1]));
    }

    /** Used and all, since the machine started. */
    private static long[] jiffies() throws IOException {
        String[] fields = Files.readAllLines(STAT).getFirst().trim().split("\\s+");
        long[] all = Arrays.stream(fields).skip(1).mapToLong(Long::parseLong).toArray();
        long total = Arrays.stream(all).sum();
        return new long[] {total - all[3] - all[4], total};
    }
}
