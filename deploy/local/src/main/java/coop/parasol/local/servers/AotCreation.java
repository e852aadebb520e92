package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the {@linkplain AotCache caches} of what running programs have loaded: beside them, at the lowest priority, one
 * after the other. It is a process of its own, which outlives the command that starts it and ends with the installation.
 */
public final class AotCreation {

    private static final List<String> LOWEST_PRIORITY = List.of("nice", "-n", "19");

    private final Installation installation;

    public AotCreation(Installation installation) {
        this.installation = installation;
    }

    /**
     * A program of which a cache is made.
     *
     * @param command with which the cache is made instead of running the program
     */
    record Program(AotCache cache, Path folder, List<String> command) {}

    /** Starts the process that makes what caches are wanted, unless none is. */
    public void start() {
        if (running().isPresent() || wanted().isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(LOWEST_PRIORITY);
        command.addAll(List.of(
                Installation.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dparasol.root=" + installation.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "coop.parasol.local.Parasol",
                "aot-caches"));
        try {
            Process process = new ProcessBuilder(Processes.detached(command))
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            Files.writeString(pidFile(), ProcessIdentity.of(process.toHandle()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends that process, and what it runs. */
    void stop() {
        running().ifPresent(process -> {
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(process), process.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().join());
        });
    }

    private Optional<ProcessHandle> running() {
        try {
            return Files.exists(pidFile())
                    ? ProcessIdentity.parse(Files.readString(pidFile()))
                            .flatMap(kept -> ProcessHandle.of(kept.pid())
                                    .filter(handle -> kept.matches(handle) == ProcessIdentity.Match.SAME))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the wanted caches. A failure costs a slower start only; the next start tries again. */
    public void run() throws IOException, InterruptedException {
        for (Program program : wanted()) {
            program.cache().create(() -> execute(program.folder(), program.command()) == 0);
        }
    }

    private static int execute(Path folder, List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    private List<Program> wanted() {
        ServiceLauncher services = new ServiceLauncher(installation, Map.of());
        Stream<Program> started =
                Component.applications().stream().flatMap(service -> services.program(service).stream());
        return Stream.concat(Stream.of(new Kafka(installation).program()), started)
                .filter(program -> program.cache().isWanted())
                .toList();
    }

    private Path log() {
        return installation.home().resolve("logs/aot-caches.log");
    }

    private Path pidFile() {
        return installation.home().resolve("run/aot-caches.pid");
    }
}
