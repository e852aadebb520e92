package coop.parasol.local;

import coop.parasol.local.maven.TestRun;
import coop.parasol.local.maven.TestSelection;
import coop.parasol.local.servers.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs tests on servers of their own. All tests get new servers, which are stopped at the end; single modules use the kept
 * test servers if these run.
 */
@Command(
        name = "test",
        separator = " ",
        description = {
            "Run all tests, or those of some modules and the modules they are built from, on servers of their own.",
            "Example: ./parasol test services/quality -Dtest=SwitchingTest#name --keep"
        })
final class TestCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "MODULE", description = "Only these modules, such as services/quality.")
    private List<String> modules = new ArrayList<>();

    @Option(
            names = "-D",
            paramLabel = "NAME=VALUE",
            mapFallbackValue = "",
            description = "Property for Maven, such as -Dtest=SwitchingTest#name.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--full", description = "Also the tests that take too long for every commit (JUnit tag \"full\").")
    private boolean full;

    @Option(
            names = "--keep",
            description = "Use the test servers that stay running between runs; start them if they do not run.")
    private boolean keep;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return run(new TestSelection(modules, properties, full, List.of()), keep);
    }

    /** @return the exit code of Maven */
    static int run(TestSelection selection, boolean keep) throws IOException, InterruptedException {
        Path root = Parasol.root();
        Progress progress = new Progress();
        TestServers kept = TestServers.kept(root, progress::print);
        if (keep || (!selection.modules().isEmpty() && kept.areRunning())) {
            kept.reserve();
            int exitCode = runOn(kept, selection, progress);
            kept.stopServices();
            System.out.println("The test servers keep running; ./parasol test-servers stop stops them.");
            return exitCode;
        }
        TestServers temporary = TestServers.temporary(root, "test", progress::print);
        Runtime.getRuntime().addShutdownHook(new Thread(temporary::stop));
        int exitCode = runOn(temporary, selection, progress);
        temporary.stop();
        if (exitCode == 0) {
            DownCommand.delete(temporary.installation().home());
        }
        return exitCode;
    }

    private static int runOn(TestServers servers, TestSelection selection, Progress progress)
            throws IOException, InterruptedException {
        CompletableFuture<Void> keycloak;
        if (servers.areRunning()) {
            System.out.println("Using the running test servers, with new databases and topics");
            servers.reset();
            keycloak = CompletableFuture.completedFuture(null);
        } else {
            System.out.println("Starting the servers for the tests");
            servers.startPostgresAndKafka();
            keycloak = CompletableFuture.runAsync(servers::startKeycloak, Thread::startVirtualThread);
        }
        System.out.println("Running the tests; those that need Keycloak wait until it is ready");
        TestRun run = new TestRun(Parasol.root(), servers, progress::print);
        TestRun.Result result = run.run(selection, keycloak);
        System.out.println();
        result.failures().forEach(System.out::println);
        System.out.printf(
                "%d tests, %d failed, in %.0f s.%s%n",
                result.tests(),
                result.failed(),
                progress.seconds(),
                result.exitCode() == 0
                        ? ""
                        : " Reports: */target/surefire-reports; logs of Maven and the services: " + run.logs());
        return result.exitCode();
    }
}
