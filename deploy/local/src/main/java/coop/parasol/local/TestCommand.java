package coop.parasol.local;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.Starter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs every test on servers that are started for it, and stops them. */
@Command(name = "test", description = "Run every test there is, on servers of their own.")
final class TestCommand implements Callable<Integer> {

    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (Parasol[^\\[]*?) +0\\..*");
    private static final Pattern SHOWN = Pattern.compile("\\[ERROR].*|\\[INFO] BUILD .*|.*Tests run:.*FAIL.*");
    private static final Pattern CLASS = Pattern.compile(".*Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+),"
            + " Skipped: (\\d+), Time elapsed: ([\\d.]+) s.*-- in (\\S+).*");
    private static final List<String> LIBRARIES = List.of("messaging", "web");

    /** The services of the acceptance tests live for minutes: what the optimising compiler costs does not come back. */
    private static final String QUICK_TO_COMPILE = "1";

    @Parameters(arity = "0..*", paramLabel = "MODULE", description = "Only these modules, such as services/membership.")
    private List<String> modules = new ArrayList<>();

    private int tests;
    private int failed;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path root = Parasol.root();
        Path home = Files.createTempDirectory(Files.createDirectories(root.resolve(".parasol/test")), "run");
        Installation installation = Installation.at(root, home, Ports.free());
        Progress progress = new Progress();
        Thread stop = new Thread(installation::stop);
        Runtime.getRuntime().addShutdownHook(stop);
        System.out.println("Starting the servers for the tests");
        Starter starter = new Starter(installation, Map.of(), progress::say);
        starter.startPostgresAndKafka(true);
        createDatabases(installation);
        System.out.println("Running the tests; those that need Keycloak wait until it is ready");
        int result = maven(
                installation, progress, CompletableFuture.runAsync(starter::startKeycloak, Thread::startVirtualThread));
        installation.stop();
        System.out.printf(
                "%n%d tests, %d failed, in %.0f s.%s%n",
                tests,
                failed,
                progress.seconds(),
                result == 0 ? "" : " Reports: */target/surefire-reports; the services' logs: " + home.resolve("logs"));
        if (result == 0) {
            DownCommand.delete(home);
        }
        return result;
    }

    static void createDatabases(Installation installation) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        installation.jdbcUrl("postgres"),
                        "postgres",
                        installation.secrets().get("database.admin"));
                Statement statement = connection.createStatement()) {
            for (String name : Stream.concat(Component.services().stream().map(Component::id), LIBRARIES.stream())
                    .toList()) {
                statement.execute("CREATE DATABASE " + name + "_test");
            }
        }
    }

    /** Three modules at a time on two processors, so that there is work while some only wait. */
    private int maven(Installation installation, Progress progress, CompletableFuture<Void> keycloak)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("parasol.maven", "mvn"), "-B", "-ntp", "-T", "3", "-fae", "verify"));
        if (!modules.isEmpty()) {
            command.addAll(List.of("-pl", String.join(",", modules), "-am"));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(installation.root().toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putIfAbsent("PARASOL_JIT_LEVEL", QUICK_TO_COMPILE);
        environment.putAll(coordinates(installation));
        Process process = builder.start();
        var _ = keycloak.whenComplete((ready, failure) -> {
            if (failure != null) {
                process.destroy();
            }
        });
        Path log = installation.home().resolve("logs/maven.log");
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                var copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line);
                copy.newLine();
                show(line, progress);
            }
        }
        int result = process.waitFor();
        try {
            keycloak.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof OperatorException known
                    ? known
                    : new OperatorException("Keycloak did not start", e);
        }
        return result;
    }

    /** Where the tests find the servers. */
    static Map<String, String> coordinates(Installation installation) {
        Map<String, String> environment = new java.util.HashMap<>();
        for (Component component : Component.values()) {
            environment.put(
                    component.portVariable(),
                    Integer.toString(installation.ports().of(component)));
        }
        environment.put("PARASOL_TEST_HOME", installation.home().toString());
        environment.put(
                "PARASOL_TEST_POSTGRES",
                "jdbc:postgresql://127.0.0.1:" + installation.ports().of(Component.POSTGRES));
        environment.put("PARASOL_TEST_POSTGRES_PASSWORD", installation.secrets().get("database.admin"));
        environment.put("PARASOL_TEST_KAFKA", installation.kafkaBootstrap());
        environment.put("PARASOL_TEST_KAFKA_USER", "admin");
        environment.put("PARASOL_TEST_KAFKA_PASSWORD", installation.secrets().get("kafka.admin"));
        environment.put("PARASOL_TEST_KEYCLOAK", installation.url(Component.KEYCLOAK));
        environment.put("PARASOL_TEST_CLIENT_SECRET", installation.secrets().get("keycloak.clients"));
        environment.put(
                "PARASOL_TEST_KEYCLOAK_ADMIN_PASSWORD", installation.secrets().get("keycloak.admin"));
        return environment;
    }

    private void show(String line, Progress progress) {
        Matcher module = MODULE.matcher(line);
        Matcher tested = CLASS.matcher(line);
        if (module.matches()) {
            progress.say(module.group(1));
        } else if (tested.matches()) {
            int bad = Integer.parseInt(tested.group(2)) + Integer.parseInt(tested.group(3));
            tests += Integer.parseInt(tested.group(1));
            failed += bad;
            String name = tested.group(6).substring(tested.group(6).lastIndexOf('.') + 1);
            progress.say("  %-45s %4s tests %6s s%s"
                    .formatted(name, tested.group(1), tested.group(5), bad == 0 ? "" : "  FAILED " + bad));
        } else if (SHOWN.matcher(line).matches()) {
            System.out.println("    " + line);
        }
    }
}
