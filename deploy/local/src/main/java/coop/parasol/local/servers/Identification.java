package coop.parasol.local.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process was started: its id together with when it started. On Linux that is the start in clock ticks since boot
 * (field 22 of {@code /proc/<pid>/stat}, see proc_pid_stat(5)), which stands still when the clock is set or the machine
 * sleeps; elsewhere, and in files of earlier versions, it is the time of day.
 *
 * @param start {@code ticks:<number>}, an instant, or "unknown"
 */
record Identification(long pid, String start) {

    private static final String TICKS = "ticks:";
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final int START_AFTER_NAME = 19;

    /** How sure it is that a process is the one that was started. */
    enum Match {
        /** It is. */
        SAME,
        /** It lives and its start does not fit, but the clock may have been set since. */
        DOUBTFUL,
        /** It is gone, or another process has its id now. */
        OTHER
    }

    static Identification of(ProcessHandle handle) {
        String start = ticks(handle.pid())
                .map(ticks -> TICKS + ticks)
                .or(() -> handle.info().startInstant().map(Instant::toString))
                .orElse("unknown");
        return new Identification(handle.pid(), start);
    }

    /** @param text as {@link #toString} writes it; empty if it is something else */
    static Optional<Identification> parse(String text) {
        String[] kept = text.strip().split(" ", -1);
        try {
            return Optional.of(new Identification(Long.parseLong(kept[0]), kept.length > 1 ? kept[1] : "unknown"));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return pid + " " + start;
    }

    Match matches(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return Match.OTHER;
        }
        Optional<String> now = ticks(pid);
        if (start.startsWith(TICKS) && now.isPresent()) {
            return start.equals(TICKS + now.get()) ? Match.SAME : Match.OTHER;
        }
        Optional<Instant> then = instant();
        Optional<Instant> started = handle.info().startInstant();
        boolean near = then.isPresent()
                && started.isPresent()
                && Duration.between(then.get(), started.get()).abs().compareTo(TOLERANCE) < 0;
        return near ? Match.SAME : Match.DOUBTFUL;
    }

    private Optional<Instant> instant() {
        try {
            return Optional.of(Instant.parse(start));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The name of the program stands in brackets and may hold anything, brackets too. */
    private static Optional<String> ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
            return fields.length > START_AFTER_NAME ? Optional.of(fields[START_AFTER_NAME]) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
