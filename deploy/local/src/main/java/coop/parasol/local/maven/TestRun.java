package coop.parasol.local.maven;

import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.TestServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs tests by Maven on running servers, and reports each test class when it has ended. */
public final class TestRun {

    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (Parasol.*?) +\\d\\S* .*\\[\\d+/\\d+]");
    private static final Pattern SHOWN = Pattern.compile("\\[ERROR].*|\\[INFO] BUILD .*|.*Tests run:.*FAIL.*");
    private static final Pattern CLASS = Pattern.compile(".*Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+),"
            + " Skipped: (\\d+), Time elapsed: ([\\d.]+) s.*-- in (\\S+).*");

    /** The services of the acceptance tests run for minutes, in which an optimising compiler does not pay. */
    private static final String FIRST_COMPILER_TIER = "1";

    private final Path root;
    private final TestServers servers;
    private final Consumer<String> progress;
    private final FailedTests failedTests = new FailedTests();
    private int tests;
    private int failed;

    public TestRun(Path root, TestServers servers, Consumer<String> progress) {
        this.root = root;
        this.servers = servers;
        this.progress = progress;
    }

    /**
     * The result of a run.
     *
     * @param exitCode of Maven; 0 if all succeeded
     * @param failures a line for each failed test, followed by indented lines that say why
     */
    public record Result(int exitCode, int tests, int failed, List<String> failures) {}

    /**
     * Runs the tests.
     *
     * @param keycloak completes when Keycloak is ready; tests that need it wait until then
     * @throws OperatorException if Keycloak does not start
     */
    public Result run(TestSelection selection, CompletableFuture<Void> keycloak)
            throws IOException, InterruptedException {
        ProcessBuilder builder = Maven.process(root, selection.mavenArguments()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.putIfAbsent("PARASOL_JIT_LEVEL", FIRST_COMPILER_TIER);
        environment.putAll(servers.environment());
        Process process = builder.start();
        // whoever ends the run ends its tests: the JVMs that Maven has started would go on for minutes
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        var _ = keycloak.whenComplete((ready, failure) -> {
            if (failure != null) {
                process.destroy();
            }
        });
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                var copy = Files.newBufferedWriter(log())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line);
                copy.newLine();
                report(line);
            }
        }
        int exitCode = process.waitFor();
        try {
            keycloak.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof OperatorException known
                    ? known
                    : new OperatorException(
                            "Keycloak did not start.\nWhat to do: look at its log in " + logs() + ".", e);
        }
        return new Result(exitCode, tests, failed, failedTests.lines());
    }

    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Folder of the logs of Maven, the servers and the services. */
    public Path logs() {
        return servers.installation().home().resolve("logs");
    }

    private Path log() {
        return logs().resolve("maven.log");
    }

    private void report(String line) {
        failedTests.read(line);
        Matcher module = MODULE.matcher(line);
        Matcher tested = CLASS.matcher(line);
        if (module.matches()) {
            progress.accept(module.group(1));
        } else if (tested.matches()) {
            int bad = Integer.parseInt(tested.group(2)) + Integer.parseInt(tested.group(3));
            tests += Integer.parseInt(tested.group(1));
            failed += bad;
            String name = tested.group(6).substring(tested.group(6).lastIndexOf('.') + 1);
            progress.accept("  %-45s %4s tests %6s s%s"
                    .formatted(name, tested.group(1), tested.group(5), bad == 0 ? "" : "  FAILED " + bad));
        } else if (SHOWN.matcher(line).matches()) {
            System.out.println("    " + line);
        }
    }
}
