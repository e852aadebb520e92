package coop.parasol.local.servers;

import coop.parasol.contracts.KafkaAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;

/** The Kafka broker: its configuration, start and set-up. */
final class Kafka {

    private static final Duration START = Duration.ofMinutes(3);
    private static final String HEAP = "-Xmx512m";

    private final Installation installation;

    Kafka(Installation installation) {
        this.installation = installation;
    }

    void launch(boolean autoCreateTopics) {
        Path data = installation.home().resolve("data/kafka");
        Path properties = installation.home().resolve("run/kafka.properties");
        write(properties, data, autoCreateTopics);
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(properties);
        }
        List<String> command = broker(cache().startOptions());
        installation.launch(Component.KAFKA, installation.home(), command, Map.of());
    }

    private List<String> broker(List<String> more) {
        Path properties = installation.home().resolve("run/kafka.properties");
        return java(options(HEAP, more), "kafka.Kafka", List.of(properties.toString()));
    }

    /** The broker as a program of which a cache is made. */
    AotCreation.Program program() {
        AotCache cache = cache();
        return new AotCreation.Program(cache, installation.home(), broker(cache.creationOptions()));
    }

    private AotCache cache() {
        return AotCache.of(installation, Component.KAFKA.id(), libraries(), options(HEAP, List.of()));
    }

    /**
     * Waits until the broker is ready and creates missing topics, principals and rights, also after a start that was
     * interrupted.
     */
    void awaitAndConfigure() {
        ReadinessProbe.await(installation.processes(), Component.KAFKA, START, this::answers);
        try (Admin admin = admin()) {
            new KafkaSetup(admin, KafkaSetup.Replication.NONE)
                    .run(service -> installation.secrets().get("kafka." + service.id()));
        } catch (ExecutionException e) {
            throw new OperatorException("Kafka's topics and access rights could not be created: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while Kafka was being set up.", e);
        }
    }

    /** Deletes all topics, with the offsets of their consumers, and creates those of the contracts again. */
    void recreateTopics() {
        try (Admin admin = admin()) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
            new KafkaSetup(admin, KafkaSetup.Replication.NONE).createTopics();
        } catch (ExecutionException e) {
            throw new OperatorException("Kafka's topics could not be created again: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while Kafka's topics were being created again.", e);
        }
    }

    /**
     * All listeners require authentication. The services' listener uses SCRAM; the controller's knows only the
     * administrator, and by PLAIN, because SCRAM credentials are kept in metadata that the controller has yet to load.
     */
    private void write(Path file, Path data, boolean autoCreateTopics) {
        int port = installation.ports().of(Component.KAFKA);
        int controller = installation.ports().of(Component.KAFKA_CONTROLLER);
        String text = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=SERVICES://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=SERVICES://127.0.0.1:%1$d
                listener.security.protocol.map=SERVICES:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                inter.broker.listener.name=SERVICES
                sasl.enabled.mechanisms=SCRAM-SHA-512
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
                listener.name.services.scram-sha-512.sasl.jaas.config=%3$s
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=%6$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:admin
                log.dirs=%4$s
                auto.create.topics.enable=%5$s
                """.formatted(
                        port,
                        controller,
                        jaas("admin", installation.secrets().get("kafka.admin")),
                        data,
                        autoCreateTopics,
                        controllerJaas(installation.secrets().get("kafka.admin")));
        PrivateFile.createFolder(data);
        PrivateFile.write(file, text + BrokerSettings.text());
    }

    private void format(Path properties) {
        Path log = installation.processes().log(Component.KAFKA);
        Path arguments = properties.resolveSibling("kafka-format.arguments");
        PrivateFile.write(arguments, formatArguments(properties));
        List<String> command =
                java(options("-Xmx128m", List.of()), "kafka.tools.StorageTool", List.of("@" + arguments));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            int exitCode;
            try {
                exitCode = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start()
                        .waitFor();
            } finally {
                Files.deleteIfExists(arguments);
            }
            if (exitCode != 0) {
                throw new OperatorException("Kafka's storage could not be formatted. The end of " + log + ":\n  "
                        + String.join("\n  ", installation.processes().tail(Component.KAFKA, 20)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while Kafka was being set up.", e);
        }
    }

    /** The arguments, one a line, for a file: every user of the machine can read a command line. */
    private String formatArguments(Path properties) {
        return String.join(
                "\n",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                properties.toString(),
                "--add-scram",
                "SCRAM-SHA-512=[name=admin,password=" + installation.secrets().get("kafka.admin") + "]");
    }

    private List<String> java(List<String> options, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Installation.java()));
        command.addAll(options);
        command.addAll(List.of("-cp", libraries() + "/*", main));
        command.addAll(arguments);
        return command;
    }

    private static List<String> options(String heap, List<String> more) {
        List<String> options = new ArrayList<>(List.of(
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true"));
        options.addAll(more);
        return options;
    }

    private Path libraries() {
        return installation
                .root()
                .resolve("deploy/broker/target/lib")
                .resolve(ServerVersions.built().kafka());
    }

    private boolean answers() {
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Admin admin() {
        return Admin.create(clientProperties(installation, "admin"));
    }

    /** The client configuration with which a principal connects. */
    static Map<String, Object> clientProperties(Installation installation, String principal) {
        Map<String, Object> properties = KafkaAccess.of(
                        installation.kafkaBootstrap(),
                        principal,
                        installation.secrets().get("kafka." + principal))
                .properties();
        properties.put("default.api.timeout.ms", 4_000);
        properties.put("request.timeout.ms", 3_000);
        return properties;
    }

    private static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    /** The login configuration of the controller's listener, for both of its sides. */
    static String controllerJaas(String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\""
                + password + "\" user_admin=\"" + password + "\";";
    }
}
