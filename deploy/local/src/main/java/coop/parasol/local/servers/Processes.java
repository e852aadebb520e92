package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Starts processes that outlive this one, and stops exactly those. It saves the {@link ProcessIdentity} of each, so
 * that a later process with the same id is left alone.
 */
public final class Processes {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final long MAX_LOG_BYTES = 20L << 20;
    /**
     * Runs a command in the place of the shell, so that the process id is the command's, and beside it a loop that writes what it
     * says to the log, line by line. A log that has grown too large becomes {@code .1} while the command runs on.
     */
    private static final String LOGGED = """
        log=$1 max=$2; shift 2
        exec "$@" > >(
          umask 077; export LC_ALL=C
          exec 3>>"$log"
          size=$(wc -c < "$log")
          while IFS= read -r line || [ -n "$line" ]; do
            size=$((size + ${#line} + 1))
            if [ "$size" -gt "$max" ]; then
              ln -f "$log" "$log.1"; : > "$log.next"; mv -f "$log.next" "$log"
              exec 3>>"$log"; size=$((${#line} + 1))
            fi
            printf '%s\\n' "$line" >&3
          done) 2>&1
        """;

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private final Path run;
    private final Path logs;
    private final long maxLogBytes;

    /**
     * @param run folder of the saved process identities
     * @param logs folder of the logs
     */
    public Processes(Path run, Path logs) {
        this(run, logs, MAX_LOG_BYTES);
    }

    /** @param maxLogBytes beyond which a log goes on in a new file */
    Processes(Path run, Path logs, long maxLogBytes) {
        this.run = run;
        this.logs = logs;
        this.maxLogBytes = maxLogBytes;
    }

    public Path log(Component component) {
        return logs.resolve(component.id() + ".log");
    }

    /** Starts a command whose output is appended to the component's log. */
    public void start(Component component, Path folder, List<String> command, Map<String, String> environment) {
        try {
            requireIdentified(component);
            Files.createDirectories(run);
            makePrivate(log(component));
            ProcessBuilder builder = new ProcessBuilder(detached(logged(component, command)))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    // what the shell itself says; the command's output goes through the loop
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(log(component).toFile()));
            builder.environment()
                    .entrySet()
                    .removeIf(given -> MailServer.isSetting(given.getKey())
                            || (FirmSettings.isFirmSetting(given.getKey())
                                    && given.getValue().isBlank()));
            builder.environment().putAll(environment);
            ProcessHandle handle = builder.start().toHandle();
            Files.writeString(file(component), ProcessIdentity.of(handle) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + component.id() + ": " + String.join(" ", command), e);
        }
    }

    /** Lets only the owner read the log, whatever an earlier release has made. */
    private void makePrivate(Path log) throws IOException {
        Files.createDirectories(logs);
        Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwx------"));
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-------"));
    }

    /** The process that was started for the component, if it still runs. */
    public Optional<ProcessHandle> running(Component component) {
        return findProcess(component, ProcessIdentity.Match.SAME);
    }

    private Optional<ProcessHandle> findProcess(Component component, ProcessIdentity.Match match) {
        try {
            return Files.exists(file(component))
                    ? ProcessIdentity.parse(Files.readString(file(component)))
                            .flatMap(kept ->
                                    ProcessHandle.of(kept.pid()).filter(handle -> kept.matches(handle) == match))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Requests the component to stop, waits, and kills it if it does not stop. Does nothing if it does not run.
     *
     * @throws OperatorException if a process still runs that is, or may be, the component; its identity stays saved
     */
    public void stop(Component component) {
        requireIdentified(component);
        running(component).ifPresent(handle -> {
            requestStop(component, handle);
            if (!awaitExit(handle, GRACE)) {
                terminate(component, handle);
            }
        });
        deletePidFile(component);
    }

    /** Kills the component (SIGKILL), as a power failure would. */
    public void kill(Component component) {
        requireIdentified(component);
        running(component).ifPresent(handle -> terminate(component, handle));
        deletePidFile(component);
    }

    /** @throws OperatorException if it is uncertain whether the process with the saved id is the component */
    void requireIdentified(Component component) {
        findProcess(component, ProcessIdentity.Match.DOUBTFUL).ifPresent(handle -> {
            throw new OperatorException("Process " + handle.pid() + " has the id with which " + component.id()
                    + " was started, but another start time; the clock may have been set since."
                    + handle.info()
                            .command()
                            .map(command -> " It runs " + command + ".")
                            .orElse("")
                    + "\nWhat to do: if it is " + component.id() + ", end it with kill " + handle.pid()
                    + "; if it is not, delete " + file(component) + ". Then repeat the command.");
        });
    }

    private void terminate(Component component, ProcessHandle handle) {
        // a script may have started the component, as Keycloak's does; once it has ended, its processes have another
        // parent
        List<ProcessHandle> all = Stream.concat(
                        Stream.of(handle), handle.descendants().filter(one -> !isLogLoop(one)))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        if (!all.stream().allMatch(one -> awaitExit(one, GRACE))) {
            throw new OperatorException(
                    component.id() + " (process " + handle.pid() + ") did not end within " + GRACE.toSeconds()
                            + " s of being killed.\n"
                            + "What to do: find out what it waits for, often a disk that does not respond; then repeat"
                            + " the command.");
        }
    }

    /** Whether it is what writes a component's log, which ends by itself as soon as it has read all. */
    private static boolean isLogLoop(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(arguments -> List.of(arguments).contains(LOGGED))
                .isPresent();
    }

    /** The last lines of the component's log. */
    public List<String> tail(Component component, int lines) {
        try {
            List<String> all = Files.exists(log(component)) ? Files.readAllLines(log(component)) : List.of();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(the log cannot be read: " + e.getMessage() + ")");
        }
    }

    /** PostgreSQL waits for its clients to disconnect on SIGTERM and disconnects them on SIGINT. */
    private static void requestStop(Component component, ProcessHandle handle) {
        if (component != Component.POSTGRES) {
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

    /** Polls, because {@link ProcessHandle#onExit} completes on the common pool and waits while that is busy. */
    private static boolean awaitExit(ProcessHandle handle, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (handle.isAlive()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private void deletePidFile(Component component) {
        try {
            Files.deleteIfExists(file(component));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Component component) {
        return run.resolve(component.id() + ".pid");
    }

    private List<String> logged(Component component, List<String> command) {
        List<String> logged = new ArrayList<>(List.of(
                "bash",
                "-c",
                LOGGED,
                "parasol",
                log(component).toAbsolutePath().toString(),
                Long.toString(maxLogBytes)));
        logged.addAll(command);
        return logged;
    }

    /** Runs the command in a session of its own, so that Ctrl-C stops this program and not what it has started. */
    static List<String> detached(List<String> command) {
        return SETSID.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream())
                        .toList())
                .orElse(command);
    }
}
