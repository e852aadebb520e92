package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.DistributionEvent.PartnerRegistered;
import coop.parasol.contracts.EventTypes;
import coop.parasol.contracts.KafkaAccess;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.KafkaSetup;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.ServiceLauncher;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service speaks TLS with Kafka, and signs in by another mechanism than the default, by settings alone. */
class EncryptedKafkaTest {

    private static final String SECRET = "secret-of-the-broker";
    private static final int ZSTD = 4;

    /** Where the header of a record batch has its attributes, the last three bits of which name the compression. */
    private static final int ATTRIBUTES = 22;

    private static final Installation SERVERS = RunningSystem.servers();

    @TempDir
    Path home;

    private int port;
    private StandaloneBroker broker;

    @BeforeEach
    void start_an_encrypted_broker() throws Exception {
        port = StandaloneBroker.freePort();
        int controller = StandaloneBroker.freePort();
        Path log = home.resolve("log");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-file", certificate().toString());
        Path settings = Files.writeString(home.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=SERVICES://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=SERVICES://127.0.0.1:%1$d
                listener.security.protocol.map=SERVICES:SASL_SSL,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=SERVICES
                sasl.enabled.mechanisms=SCRAM-SHA-256,SCRAM-SHA-512
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-256
                listener.name.services.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="%4$s";
                listener.name.services.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
                ssl.keystore.location=%5$s
                ssl.keystore.password=%4$s
                ssl.truststore.type=PEM
                ssl.truststore.location=%6$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:admin;User:ANONYMOUS
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                """.formatted(
                        port, controller, data(), SECRET, keystore(), certificate()));
        StandaloneBroker.run(
                log,
                Map.of(),
                "kafka.tools.StorageTool",
                "format",
                "-t",
                "5L6g3nShT-eMCtK--X86sw",
                "-c",
                settings.toString(),
                "--add-scram",
                "SCRAM-SHA-256=[name=admin,password=" + SECRET + "]");
        broker = new StandaloneBroker(settings, log);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::answers);
        StandaloneBroker.parasol(log, environmentOfSetup(), "kafka-setup");
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void a_service_publishes_and_consumes_by_an_encrypted_broker() throws Exception {
        Installation installation = installationOf(Component.DISTRIBUTION);
        ServiceLauncher launcher = new ServiceLauncher(
                installation,
                Map.of(
                        "PARASOL_DB_URL",
                        SERVERS.jdbcUrl("encrypted"),
                        "PARASOL_DB_PASSWORD",
                        SERVERS.secrets().get("database.distribution"),
                        "PARASOL_KEYCLOAK",
                        SERVERS.url(Component.KEYCLOAK),
                        "PARASOL_PUBLIC_ORIGIN",
                        SERVERS.publicOrigin(),
                        "PARASOL_KAFKA",
                        "127.0.0.1:" + port,
                        "PARASOL_KAFKA_PASSWORD",
                        SECRET + "-DISTRIBUTION",
                        "PARASOL_KAFKA_SECURITY_PROTOCOL",
                        "SASL_SSL",
                        "PARASOL_KAFKA_CLIENT_SSL_TRUSTSTORE_TYPE",
                        "PEM",
                        "PARASOL_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION",
                        certificate().toString()));
        inAdministration("create database encrypted owner distribution");
        launcher.launch(Component.DISTRIBUTION);
        try {
            launcher.await(Component.DISTRIBUTION);
            RestAssured.given()
                    .auth()
                    .oauth2(RunningSystem.demoToken(SERVERS, "leela"))
                    .header("If-Match", "*")
                    .contentType("application/json")
                    .body("""
                            {"name": "Bazaar", "country": "IN", "tier": "RETAIL",
                             "creditLimit": {"amount": "1000.00", "currency": "INR"}}
                            """)
                    .put(installation.url(Component.DISTRIBUTION) + "/partners/" + UUID.randomUUID())
                    .then()
                    .statusCode(201);

            Awaitility.await("the event is in the log")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !segments().isEmpty());
            assertThat(Files.readAllBytes(segments().getFirst())[ATTRIBUTES] & 7)
                    .isEqualTo(ZSTD);
            try (Admin admin = Admin.create(access(true))) {
                Awaitility.await("the service consumes too")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> !Objects.requireNonNull(admin.describeConsumerGroups(List.of("distribution"))
                                        .all()
                                        .get()
                                        .get("distribution"))
                                .members()
                                .isEmpty());
            }
        } finally {
            installation.processes().stop(Component.DISTRIBUTION);
            inAdministration("drop database encrypted with (force)");
        }
    }

    @Test
    void replication_of_the_topics_is_as_set_and_whoever_does_not_trust_the_certificate_is_not_connected()
            throws Exception {
        try (Admin admin = Admin.create(access(true))) {
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "quality.certificates");
            Config settings = Objects.requireNonNull(
                    admin.describeConfigs(List.of(topic)).all().get().get(topic));

            assertThat(settings.get("min.insync.replicas").value()).isEqualTo("1");
            assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
            assertThat(admin.listTopics().names().get()).containsAll(KafkaSetup.topics());
        }
        try (Admin distrusting = Admin.create(access(false))) {
            assertThatThrownBy(() -> distrusting.listTopics().names().get()).isInstanceOf(ExecutionException.class);
        }
    }

    private Map<String, String> environmentOfSetup() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PARASOL_KAFKA", "127.0.0.1:" + port,
                "PARASOL_KAFKA_USER", "admin",
                "PARASOL_KAFKA_PASSWORD", SECRET,
                "PARASOL_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "PARASOL_KAFKA_SASL_MECHANISM", "SCRAM-SHA-256",
                "PARASOL_KAFKA_CLIENT_SSL_TRUSTSTORE_TYPE", "PEM",
                "PARASOL_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION", certificate().toString(),
                "PARASOL_KAFKA_REPLICATION", "1",
                "PARASOL_KAFKA_MIN_INSYNC", "1"));
        Component.applications()
                .forEach(service ->
                        environment.put("PARASOL_KAFKA_PASSWORD_" + service.name(), SECRET + "-" + service.name()));
        return environment;
    }

    private Map<String, Object> access(boolean trusting) {
        Map<String, String> client = trusting
                ? Map.of(
                        "ssl.truststore.type",
                        "PEM",
                        "ssl.truststore.location",
                        certificate().toString())
                : Map.of();
        Map<String, Object> access =
                new HashMap<>(new KafkaAccess("127.0.0.1:" + port, "admin", SECRET, "SASL_SSL", "SCRAM-SHA-256", client)
                        .properties());
        access.put("default.api.timeout.ms", 6_000);
        access.put("request.timeout.ms", 5_000);
        return access;
    }

    private boolean answers() throws InterruptedException {
        try (Admin admin = Admin.create(access(true))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        }
    }

    /** The non-empty log segments of the topic of partners. */
    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.walk(data())) {
            return files.filter(file -> file.toString().endsWith(".log")
                            && file.toString().contains(EventTypes.topic(PartnerRegistered.class))
                            && file.toFile().length() > ATTRIBUTES)
                    .toList();
        }
    }

    private Installation installationOf(Component service) throws IOException {
        Map<String, String> ports = new HashMap<>();
        ports.put(service.portVariable(), Integer.toString(StandaloneBroker.freePort()));
        ports.put(service.management().portVariable(), Integer.toString(StandaloneBroker.freePort()));
        Path root = SERVERS.root();
        return Installation.at(root, home.resolve("installation"), Ports.from(ports));
    }

    private static void inAdministration(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SERVERS.jdbcUrl("postgres"),
                        "postgres",
                        SERVERS.secrets().get("database.admin"));
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin/keytool")
                                .toString()),
                        Stream.concat(
                                Stream.of(arguments),
                                Stream.of("-keystore", keystore().toString(), "-storepass", SECRET)))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(home.resolve("log"))).isZero();
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path keystore() {
        return home.resolve("broker.p12");
    }

    private Path certificate() {
        return home.resolve("broker.pem");
    }
}
