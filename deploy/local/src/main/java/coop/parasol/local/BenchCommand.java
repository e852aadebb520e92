package coop.parasol.local;

import coop.parasol.local.bench.BatchBenchmark;
import coop.parasol.local.bench.EventBenchmark;
import coop.parasol.local.bench.OrderBenchmark;
import coop.parasol.local.bench.PageBenchmark;
import coop.parasol.local.bench.StartBenchmark;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.Starter;
import coop.parasol.local.servers.TestServers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a benchmark on servers of its own and updates docs/benchmarks.md. */
@Command(
        name = "bench",
        description = {
            "Measure the outbox relay, a service under different loads, orders or batches with all services running,",
            "how fast services handle events, how long the portal's pages take, or starts, stops and memory;",
            "update docs/benchmarks.md."
        })
final class BenchCommand implements Callable<Integer> {

    /** What can be measured. */
    private enum Benchmark {
        RELAY,
        MEMBERSHIP,
        QUALITY,
        DISTRIBUTION,
        FREEZE,
        SETTLEMENT,
        ORDERS,
        BATCHES,
        EVENTS,
        PAGES,
        START
    }

    @Parameters(
            paramLabel = "relay|membership|quality|distribution|freeze|settlement|orders|batches|events|pages|start",
            description = "The benchmark.")
    private String benchmark = "";

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Of orders, batches, events and starts: rounds (default: 5).")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "Of orders and batches: seconds of a round (default: 10).")
    private int seconds;

    @Option(
            names = "--warmup",
            defaultValue = "45",
            description =
                    "Of orders and batches: seconds before, of batches so long for each kind of calls (default: 45).")
    private int warmup;

    @Option(names = "--events", defaultValue = "20000", description = "Of events: of a backlog (default: 20000).")
    private int events;

    @Option(names = "--requests", defaultValue = "100", description = "Of pages: requests of each page (default: 100).")
    private int requests;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Benchmark selected = selected();
        Path root = Parasol.root();
        TestServers servers = TestServers.temporary(root, "bench", new Progress()::print);
        Path home = servers.installation().home();
        Runtime.getRuntime().addShutdownHook(new Thread(servers::stop));
        int result = switch (selected) {
            case RELAY -> run(relayBenchmark(root, home.resolve("classpath")), root, servers);
            case MEMBERSHIP -> run(serviceBenchmark("services/membership", "MembershipBench", root), root, servers);
            case QUALITY -> run(serviceBenchmark("services/quality", "QualityBench", root), root, servers);
            case DISTRIBUTION -> run(serviceBenchmark("services/distribution", "OrderBench", root), root, servers);
            case FREEZE -> run(serviceBenchmark("services/production", "FreezeBench", root), root, servers);
            case SETTLEMENT -> run(serviceBenchmark("services/pricing", "SettlementBench", root), root, servers);
            case ORDERS, BATCHES, EVENTS -> allServices(selected, servers.installation());
            case PAGES -> pages(servers.installation());
            case START -> start(servers.installation());
        };
        servers.stop();
        if (result == 0) {
            DownCommand.delete(home);
        }
        return result;
    }

    /** A program of its own, on servers that run for it alone. */
    private static int run(List<String> command, Path root, TestServers servers)
            throws IOException, InterruptedException {
        System.out.println("Starting the servers");
        servers.startPostgresAndKafka();
        servers.startKeycloak();
        ProcessBuilder bench =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO();
        bench.environment().put("JAVA_HOME", System.getProperty("java.home"));
        bench.environment().putAll(servers.environment());
        return bench.start().waitFor();
    }

    /** All services of a demo, loaded from this process. */
    private int allServices(Benchmark selected, Installation installation)
            throws IOException, InterruptedException, SQLException {
        startDemo(installation, UpCommand.DEMO_BYLAWS);
        String table = table(installation.root());
        switch (selected) {
            case BATCHES -> new BatchBenchmark(installation, rounds, seconds, warmup).run(table);
            case EVENTS -> new EventBenchmark(installation, UpCommand.DEMO_BYLAWS, rounds, events).run(table);
            case ORDERS -> new OrderBenchmark(installation, rounds, seconds, warmup).run(table);
            case RELAY, MEMBERSHIP, QUALITY, DISTRIBUTION, FREEZE, SETTLEMENT, PAGES, START ->
                throw new IllegalStateException(selected + " is not measured on services alone");
        }
        return 0;
    }

    private int pages(Installation installation) throws IOException, InterruptedException, SQLException {
        startServers(installation, UpCommand.DEMO_BYLAWS).startApplications();
        new PageBenchmark(installation, requests).run(table(installation.root()));
        return 0;
    }

    private int start(Installation installation) throws IOException, InterruptedException {
        installation.firstStart().record(true, false);
        new StartBenchmark(installation, UpCommand.DEMO_BYLAWS, rounds).run(table(installation.root()));
        return 0;
    }

    /** Begins a demo and starts its servers and services, without the portal. */
    static void startDemo(Installation installation, Map<String, String> settings) {
        startServers(installation, settings).startServices();
    }

    private static Starter startServers(Installation installation, Map<String, String> settings) {
        installation.firstStart().record(true, false);
        Starter starter = new Starter(installation, settings, new Progress()::print);
        starter.startServers(false);
        return starter;
    }

    private Benchmark selected() {
        for (Benchmark one : Benchmark.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(benchmark)) {
                return one;
            }
        }
        throw new OperatorException("There is no benchmark \"" + benchmark
                + "\".\n"
                + "What to do: ./parasol bench relay, membership, quality, distribution, freeze, settlement, orders,"
                + " batches, events, pages or start.");
    }

    /** The file of all benchmarks' reports. */
    static String table(Path root) {
        return root.resolve("docs/benchmarks.md").toString();
    }

    /** The relay's benchmark, in a JVM of its own. */
    private static List<String> relayBenchmark(Path root, Path file) throws IOException, InterruptedException {
        return List.of(
                Installation.java(),
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classpath(root, file),
                "coop.parasol.messaging.RelayBench",
                table(root));
    }

    /** A load driver that calls the use cases inside the service. */
    private static List<String> serviceBenchmark(String module, String driver, Path root) {
        List<String> command = maven();
        command.addAll(List.of(
                "-pl",
                module,
                "-am",
                "test",
                "-Dtest=" + driver,
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dbench.file=" + table(root)));
        return command;
    }

    /** The benchmark measures the library as it is tested. */
    private static String classpath(Path root, Path file) throws IOException, InterruptedException {
        System.out.println("Compiling the benchmark");
        List<String> command = maven();
        command.addAll(List.of(
                "-pl",
                "services/messaging-it",
                "-am",
                "test-compile",
                "dependency:build-classpath",
                "-Dmdep.includeScope=test",
                "-Dmdep.outputFile=" + file));
        Process compilation =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO().start();
        if (compilation.waitFor() != 0) {
            throw new OperatorException(
                    "The benchmark could not be compiled.\nWhat to do: fix what Maven reports above.");
        }
        Path tests = root.resolve("services/messaging-it/target/test-classes");
        return tests + File.pathSeparator + Files.readString(file).strip();
    }

    private static List<String> maven() {
        return new ArrayList<>(List.of(System.getProperty("parasol.maven", "mvn"), "-B", "-ntp", "-q"));
    }
}
