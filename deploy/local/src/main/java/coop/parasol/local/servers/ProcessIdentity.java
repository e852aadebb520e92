package coop.parasol.local.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The identity of a started process: its id and its start time, since ids are reused. On Linux the start time is in
 * clock ticks since boot (field 22 of {@code /proc/<pid>/stat}, see proc_pid_stat(5)), which does not change when the
 * clock is set or the machine sleeps; elsewhere it is the time of day.
 *
 * @param start {@code ticks:<number>}, an instant, or "unknown"
 */
record ProcessIdentity(long pid, String start) {

    private static final String TICKS = "ticks:";
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final int START_AFTER_NAME = 19;

    /** How certain it is that a process is the one that was started. */
    enum Match {
        /** It is the one. */
        SAME,
        /** A process of that id runs with another start time, but the clock may have been set since. */
        DOUBTFUL,
        /** The process has ended, or another one has its id now. */
        OTHER
    }

    static ProcessIdentity of(ProcessHandle handle) {
        String start = ticks(handle.pid())
                .map(ticks -> TICKS + ticks)
                .or(() -> handle.info().startInstant().map(Instant::toString))
                .orElse("unknown");
        return new ProcessIdentity(handle.pid(), start);
    }

    /**
     * @param text as {@link #toString} writes it
     * @return empty if the text is something else
     */
    static Optional<ProcessIdentity> parse(String text) {
        String[] kept = text.strip().split(" ", -1);
        try {
            return Optional.of(new ProcessIdentity(Long.parseLong(kept[0]), kept.length > 1 ? kept[1] : "unknown"));
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

    /** The start time in ticks. The name of the program, in parentheses, may contain spaces and parentheses. */
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
