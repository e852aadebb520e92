package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL, Kafka and Keycloak for tests, on free ports: either of one test run, in a temporary folder, or kept running
 * from one run to the next in {@code .parasol/test/servers}.
 */
public final class TestServers {

    /** Modules that are tested with a database of their own beside the services. */
    private static final List<String> LIBRARIES = List.of("messaging", "web");

    private static final List<Component> SERVERS = List.of(Component.POSTGRES, Component.KAFKA, Component.KEYCLOAK);

    private final Installation installation;
    private final Starter starter;

    private TestServers(Installation installation, Consumer<String> progress) {
        this.installation = installation;
        this.starter = new Starter(installation, Map.of(), progress);
    }

    /** Servers of one run, in a new folder below {@code .parasol/<folder>}. */
    public static TestServers temporary(Path root, String folder, Consumer<String> progress) throws IOException {
        Path parent = Files.createDirectories(root.resolve(".parasol").resolve(folder));
        Path home = Files.createTempDirectory(parent, "run");
        return new TestServers(Installation.at(root, home, Ports.free()), progress);
    }

    /** The servers that are kept from run to run; running or not. */
    public static TestServers kept(Path root, Consumer<String> progress) {
        Path home = root.resolve(".parasol/test/servers");
        Installation saved = Installation.running(root, home, Map.of());
        boolean anyRuns = SERVERS.stream().anyMatch(server -> isRunning(saved, server));
        return new TestServers(anyRuns ? saved : Installation.at(root, home, Ports.free()), progress);
    }

    public Installation installation() {
        return installation;
    }

    /** Whether all three servers run. */
    public boolean areRunning() {
        return SERVERS.stream().allMatch(server -> isRunning(installation, server));
    }

    private static boolean isRunning(Installation installation, Component component) {
        return installation.processes().running(component).isPresent();
    }

    /**
     * Reserves the servers for this process until it ends.
     *
     * @throws OperatorException if another process has reserved them
     */
    @SuppressWarnings("resource") // the lock lasts as long as the process
    public void reserve() {
        try {
            Path file = installation.home().resolve("run/lock");
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new OperatorException(
                        "Another test run is using the test servers."
                                + "\nWhat to do: wait until it has ended, or leave out --keep and stop the test servers after it.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts PostgreSQL and Kafka with empty databases; Keycloak, which takes longest, can be started beside the tests. */
    public void startPostgresAndKafka() {
        starter.startPostgresAndKafka(true);
        new Postgres(installation).createTestDatabases(names());
        writeEnvironmentFile();
    }

    /** Starts Keycloak; PostgreSQL has to run. */
    public void startKeycloak() {
        starter.startKeycloak();
    }

    /** Gives the running servers new, empty databases and topics, and stops services that an earlier run has left. */
    public void reset() {
        stopServices();
        Postgres postgres = new Postgres(installation);
        postgres.dropDatabases();
        new Kafka(installation).recreateTopics();
        postgres.awaitAndConfigure();
        postgres.createTestDatabases(names());
        writeEnvironmentFile();
    }

    /** Stops the services that acceptance tests have started, and their mail server. */
    public void stopServices() {
        Component.applications().forEach(installation.processes()::stop);
        installation.processes().stop(Component.MAIL);
    }

    /** Stops servers and services. */
    public void stop() {
        installation.stop();
    }

    private static List<String> names() {
        return Stream.concat(Component.applications().stream().map(Component::id), LIBRARIES.stream())
                .map(name -> name + "_test")
                .toList();
    }

    /** The environment variables by which tests find the servers. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        for (Component component : Component.values()) {
            environment.put(
                    component.portVariable(),
                    Integer.toString(installation.ports().of(component)));
        }
        Secrets secrets = installation.secrets();
        environment.put("PARASOL_TEST_HOME", installation.home().toString());
        environment.put(
                "PARASOL_TEST_POSTGRES",
                "jdbc:postgresql://127.0.0.1:" + installation.ports().of(Component.POSTGRES));
        environment.put("PARASOL_TEST_POSTGRES_PASSWORD", secrets.get("database.admin"));
        environment.put("PARASOL_TEST_KAFKA", installation.kafkaBootstrap());
        environment.put("PARASOL_TEST_KAFKA_USER", "admin");
        environment.put("PARASOL_TEST_KAFKA_PASSWORD", secrets.get("kafka.admin"));
        environment.put("PARASOL_TEST_KEYCLOAK", installation.url(Component.KEYCLOAK));
        environment.put("PARASOL_TEST_ORIGIN", installation.publicOrigin());
        environment.put("PARASOL_TEST_CLIENT_SECRET", secrets.get("keycloak.clients"));
        environment.put("PARASOL_TEST_PARTNERS_SECRET", secrets.get("keycloak.partners"));
        environment.put("PARASOL_TEST_NOTICES_SECRET", secrets.get("keycloak.notices"));
        environment.put("PARASOL_TEST_KEYCLOAK_ADMIN_PASSWORD", secrets.get("keycloak.admin"));
        return environment;
    }

    /** {@link #environment()} as a file of {@code NAME=value} lines, which IDEs can read. */
    public Path environmentFile() {
        return installation.home().resolve("test.env");
    }

    private void writeEnvironmentFile() {
        PrivateFile.write(
                environmentFile(),
                environment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
