package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts processes that outlive this one, and stops exactly those: what is kept is the process id together with its start
 * time, so that a later process that got the same id is left alone.
 */
public final class Processes {

    private static final Duration GRACE = Duration.ofSeconds(20);
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
            Files.createDirectories(run);
            Files.createDirectories(logs);
            ProcessBuilder builder = new ProcessBuilder(detached(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log(part).toFile()));
            builder.environment().putAll(environment);
            ProcessHandle handle = builder.start().toHandle();
            Files.writeString(file(part), handle.pid() + " " + startOf(handle) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + part.id() + ": " + String.join(" ", command), e);
        }
    }

    /** The process that was started for this part, if it still runs. */
    public Optional<ProcessHandle> running(Part part) {
        if (!Files.exists(file(part))) {
            return Optional.empty();
        }
        try {
            String[] kept = Files.readString(file(part)).strip().split(" ", -1);
            return ProcessHandle.of(Long.parseLong(kept[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> kept.length > 1 && kept[1].equals(startOf(handle)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Asks the part to end, waits, and ends it by force if it does not. Does nothing if it does not run. */
    public void stop(Part part) {
        running(part).ifPresent(handle -> {
            interrupt(part, handle);
            if (!ended(handle, GRACE)) {
                handle.destroyForcibly();
                ended(handle, GRACE);
            }
        });
        forget(part);
    }

    /** Ends the part at once, as a power cut would. */
    public void kill(Part part) {
        running(part).ifPresent(handle -> {
            handle.destroyForcibly();
            ended(handle, GRACE);
        });
        forget(part);
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

    private static boolean ended(ProcessHandle handle, Duration most) {
        CompletableFuture<ProcessHandle> end = handle.onExit();
        try {
            end.get(most.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("unknown");
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
