package coop.parasol.acceptance;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.ServerVersions;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Kafka broker of a test's own, as a process from a file of settings; and the commands of Parasol as processes beside it. */
final class StandaloneBroker implements AutoCloseable {

    private static final String LIBRARIES =
            Path.of("../broker/target/lib").resolve(ServerVersions.built().kafka()) + "/*";

    private final Process process;

    /** Starts it from its file of settings; its data folder has been formatted. */
    StandaloneBroker(Path settings, Path log) throws IOException {
        process = start(log, Map.of(), LIBRARIES, List.of("kafka.Kafka", settings.toString()));
    }

    /** Runs a class of the broker's libraries to its end. */
    static void run(Path log, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        await(log, start(log, environment, LIBRARIES, List.of(command)));
    }

    /** Runs a command of Parasol to its end, as {@code ./parasol} and containers do. */
    static void parasol(Path log, Map<String, String> environment, String command)
            throws IOException, InterruptedException {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        await(log, start(log, environment, own, List.of("coop.parasol.local.Parasol", command)));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process start(Path log, Map<String, String> environment, String classPath, List<String> command)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Installation.java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        builder.environment().keySet().removeIf(name -> name.startsWith("PARASOL_") || name.startsWith("KAFKA_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void await(Path log, Process started) throws IOException, InterruptedException {
        if (!started.waitFor(3, TimeUnit.MINUTES) || started.exitValue() != 0) {
            started.destroyForcibly();
            throw new AssertionError("failed:\n" + Files.readString(log));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
