package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts processes that outlive this one, and stops exactly those: what is kept is the process id together with when
 * it started, so that a later process that got the same id is left alone.
 */
public final class Processes {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private final Path run;
    private final Path logs;

    /**
     * @param run folder of the kept process ids
     * @param logs folder of the logs
     */
    public Processes(Path run, Path logs) {
        this.run = run;
        this.logs = logs;
    }

    public Path log(Part part) {
        return logs.resolve(part.id() + ".log");
    }

    /** Starts a command with a log of its own; what it printed before stays in the log. */
    public void start(Part part, Path folder, List<String> command, Map<String, String> environment) {
        try {
            requireCertainty(part);
            Files.createDirectories(run);
            Files.createDirectories(logs);
            ProcessBuilder builder = new ProcessBuilder(detached(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log(part).toFile()));
            builder.environment()
                    .entrySet()
                    .removeIf(given -> FirmSettings.concerns(given.getKey())
                            && given.getValue().isBlank());
            builder.environment().putAll(environment);
            ProcessHandle handle = builder.start().toHandle();
            Files.writeString(file(part), Identification.of(handle) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + part.id() + ": " + String.join(" ", command), e);
        }
    }

    /** The process that was started for this part, if it still runs. */
    public Optional<ProcessHandle> running(Part part) {
        return living(part, Identification.Match.SAME);
    }

    private Optional<ProcessHandle> living(Part part, Identification.Match match) {
        try {
            return Files.exists(file(part))
                    ? Identification.parse(Files.readString(file(part)))
                            .flatMap(kept ->
                                    ProcessHandle.of(kept.pid()).filter(handle -> kept.matches(handle) == match))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks the part to end, waits, and ends it by force if it does not. Does nothing if it does not run.
     *
     * @throws Trouble if a process lives on that is, or may be, the part; its id is then kept
     */
    public void stop(Part part) {
        requireCertainty(part);
        running(part).ifPresent(handle -> {
            interrupt(part, handle);
            if (!ended(handle, GRACE)) {
                end(part, handle);
            }
        });
        forget(part);
    }

    /** Ends the part at once, as a power cut would. */
    public void kill(Part part) {
        requireCertainty(part);
        running(part).ifPresent(handle -> end(part, handle));
        forget(part);
    }

    /** @throws Trouble if it cannot be told whether the process that has the part's id is the part */
    void requireCertainty(Part part) {
        living(part, Identification.Match.DOUBTFUL).ifPresent(handle -> {
            throw new Trouble("Process " + handle.pid() + " has the id that " + part.id()
                    + " was started with, and another start time; the clock may have been set since."
                    + handle.info()
                            .command()
                            .map(command -> " It is " + command + ".")
                            .orElse("")
                    + "\nWhat to do: if it is " + part.id() + ", end it with: kill " + handle.pid()
                    + "; if it is not, delete " + file(part) + ". Then again.");
        });
    }

    private void end(Part part, ProcessHandle handle) {
        handle.destroyForcibly();
        if (!ended(handle, GRACE)) {
            throw new Trouble(
                    part.id() + " (process " + handle.pid() + ") could not be ended within " + GRACE.toSeconds()
                            + " s.\nWhat to do: see what it waits for (often a disk that is away), then again.");
        }
    }

    /** The end of a part's log, for a person who has to know why it died. */
    public List<String> tail(Part part, int lines) {
        try {
            List<String> all = Files.exists(log(part)) ? Files.readAllLines(log(part)) : List.of();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(the log cannot be read: " + e.getMessage() + ")");
        }
    }

    /** PostgreSQL waits for its clients on TERM and not on INT. */
    private static void interrupt(Part part, ProcessHandle handle) {
        if (part != Part.POSTGRES) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(handle.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            handle.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks again and again: what waits for an exit instead runs in the common pool, and stands still while that is busy. */
    private static boolean ended(ProcessHandle handle, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (handle.isAlive()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private void forget(Part part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Part part) {
        return run.resolve(part.id() + ".pid");
    }

    /** Out of the terminal's process group, so that Ctrl-C ends the launcher and not what it has started. */
    private static List<String> detached(List<String> command) {
        return SETSID.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(setsid.toString()), command.stream())
                        .toList())
                .orElse(command);
    }
}
