package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaAccessTest {

    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required ";

    @Test
    void a_broker_without_authentication_needs_no_user() {
        assertThat(KafkaAccess.of("kafka:9092", "", "").properties())
                .containsOnly(
                        Map.entry("bootstrap.servers", "kafka:9092"), Map.entry("security.protocol", "PLAINTEXT"));
    }

    @Test
    void a_user_signs_in_with_SCRAM_unless_set_otherwise() {
        assertThat(KafkaAccess.of("kafka:9092", "quality", "se\"cret\\").properties())
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("sasl.jaas.config", SCRAM + "username=\"quality\" password=\"se\\\"cret\\\\\";");
    }

    @Test
    void protocol_and_mechanism_are_settings() {
        assertThat(new KafkaAccess("a:1,b:2", "quality", "x", "SASL_SSL", "PLAIN", Map.of("ssl.truststore.type", "PEM"))
                        .properties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN")
                .containsEntry("ssl.truststore.type", "PEM")
                .extractingByKey("sasl.jaas.config")
                .asString()
                .startsWith("org.apache.kafka.common.security.plain.PlainLoginModule required");
    }

    @Test
    void a_client_certificate_signs_in_without_SASL() {
        assertThat(new KafkaAccess("kafka:9092", "", "", "SSL", "", Map.of("ssl.keystore.location", "/keys"))
                        .properties())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.keystore.location", "/keys")
                .doesNotContainKeys("sasl.mechanism", "sasl.jaas.config");
    }

    @Test
    void any_other_mechanism_brings_its_own_login() {
        Map<String, String> login = Map.of("sasl.jaas.config", "OAuthBearerLoginModule required;");

        assertThat(new KafkaAccess("kafka:9092", "", "", "SASL_SSL", "OAUTHBEARER", login).properties())
                .containsEntry("sasl.mechanism", "OAUTHBEARER")
                .containsEntry("sasl.jaas.config", "OAuthBearerLoginModule required;");
        assertThatThrownBy(
                        () -> new KafkaAccess("kafka:9092", "", "", "SASL_SSL", "OAUTHBEARER", Map.of()).properties())
                .hasMessageContaining("sasl.jaas.config");
    }

    @Test
    void the_password_is_not_printed() {
        assertThat(KafkaAccess.of("kafka:9092", "quality", "guessed"))
                .asString()
                .doesNotContain("guessed");
    }
}
