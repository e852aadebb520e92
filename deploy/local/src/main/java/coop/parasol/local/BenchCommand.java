package coop.parasol.local;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.Starter;
import coop.parasol.local.servers.Trouble;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures, on servers of its own, and keeps the table in docs/benchmarks.md. */
@Command(name = "bench", description = "Measure the relay; prints a table and keeps it in docs/benchmarks.md.")
final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "relay", description = "What to measure; there is one benchmark so far.")
    private String what = "";

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (!what.equals("relay")) {
            throw new Trouble("There is one benchmark so far: ./parasol bench relay");
        }
        Path root = Parasol.root();
        Path home = Files.createTempDirectory(Files.createDirectories(root.resolve(".parasol/bench")), "run");
        Installation installation = Installation.at(root, home, Ports.free());
        Runtime.getRuntime().addShutdownHook(new Thread(installation::stop));
        String classpath = classpath(root, home.resolve("classpath"));
        System.out.println("Starting the servers");
        new Starter(installation, Map.of(), new Progress()::say).startServers(true);
        TestCommand.createDatabases(installation);
        ProcessBuilder bench = new ProcessBuilder(
                        Installation.java(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        classpath,
                        "coop.parasol.messaging.RelayBench",
                        root.resolve("docs/benchmarks.md").toString())
                .directory(root.toFile())
                .inheritIO();
        bench.environment().putAll(TestCommand.coordinates(installation));
        int result = bench.start().waitFor();
        installation.stop();
        if (result == 0) {
            DownCommand.delete(home);
        }
        return result;
    }

    /** The benchmark measures the library as it is tested. */
    private static String classpath(Path root, Path file) throws IOException, InterruptedException {
        System.out.println("Compiling the benchmark");
        Process maven = new ProcessBuilder(
                        System.getProperty("parasol.maven", "mvn"),
                        "-B",
                        "-ntp",
                        "-q",
                        "-pl",
                        "services/messaging",
                        "-am",
                        "test-compile",
                        "dependency:build-classpath",
                        "-Dmdep.includeScope=test",
                        "-Dmdep.outputFile=" + file)
                .directory(root.toFile())
                .inheritIO()
                .start();
        if (maven.waitFor() != 0) {
            throw new Trouble("The benchmark could not be compiled; Maven says why above.");
        }
        Path module = root.resolve("services/messaging/target");
        return String.join(
                File.pathSeparator,
                List.of(
                        module.resolve("test-classes").toString(),
                        module.resolve("classes").toString(),
                        Files.readString(file).strip()));
    }
}
