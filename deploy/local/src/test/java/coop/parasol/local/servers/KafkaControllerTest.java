package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Only the administrator may connect to Kafka's controller, which controls all of Kafka. */
class KafkaControllerTest {

    private static final Installation INSTALLATION = TestInstallation.installation();
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);
    private static final Duration REFUSED_WITHIN = Duration.ofSeconds(8);

    @Test
    void the_administrator_may_connect() throws ExecutionException, InterruptedException {
        assertThat(quorum(as(INSTALLATION.secrets().get("kafka.admin")), ANSWERED_WITHIN)
                        .leaderId())
                .isEqualTo(1);
    }

    @Test
    void an_unauthenticated_client_is_refused() {
        assertThatThrownBy(() -> quorum(Map.of("security.protocol", "PLAINTEXT"), REFUSED_WITHIN))
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> quorum(as("guessed"), ANSWERED_WITHIN))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void a_service_may_not_connect_to_the_controller() {
        String jaas = Kafka.controllerJaas(INSTALLATION.secrets().get("kafka.quality"))
                .replace("username=\"admin\"", "username=\"quality\"");

        assertThatThrownBy(() -> quorum(with(jaas), ANSWERED_WITHIN))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void kafkas_files_are_readable_by_their_owner_only() throws IOException {
        Path home = INSTALLATION.home();

        assertThat(Files.getPosixFilePermissions(home.resolve("data/kafka")))
                .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
        assertThat(Files.getPosixFilePermissions(home.resolve("run/kafka.properties")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(home.resolve("run/kafka-format.arguments")).doesNotExist();
    }

    private static Map<String, Object> as(String password) {
        return with(Kafka.controllerJaas(password));
    }

    private static Map<String, Object> with(String jaas) {
        return Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config", jaas);
    }

    private static QuorumInfo quorum(Map<String, Object> identity, Duration within)
            throws ExecutionException, InterruptedException {
        Map<String, Object> config = new HashMap<>(identity);
        config.put("bootstrap.controllers", "127.0.0.1:" + INSTALLATION.ports().of(Component.KAFKA_CONTROLLER));
        config.put("default.api.timeout.ms", (int) within.toMillis());
        config.put("request.timeout.ms", (int) within.dividedBy(2).toMillis());
        try (Admin admin = Admin.create(config)) {
            return admin.describeMetadataQuorum().quorumInfo().get();
        }
    }
}
