package coop.parasol.contracts;

import java.util.HashMap;
import java.util.Map;

/**
 * How a client connects to Kafka and signs in: the settings that every service and the administration share.
 *
 * @param servers where brokers are, as {@code host:port}, separated by commas
 * @param user empty for a broker without authentication
 * @param securityProtocol {@code SASL_SSL}, {@code SASL_PLAINTEXT}, {@code SSL} or {@code PLAINTEXT}; empty for
 *     SASL_PLAINTEXT with a user and PLAINTEXT without
 * @param saslMechanism {@code SCRAM-SHA-512}, {@code SCRAM-SHA-256} or {@code PLAIN}, which sign in with user and password;
 *     any other needs {@code sasl.jaas.config} among the client's settings; empty for SCRAM-SHA-512
 * @param client further settings of Kafka's clients, such as {@code ssl.truststore.location}; they override the others
 */
public record KafkaAccess(
        String servers,
        String user,
        String password,
        String securityProtocol,
        String saslMechanism,
        Map<String, String> client) {

    private static final String JAAS = "sasl.jaas.config";

    /** Access with the defaults: SASL_PLAINTEXT and SCRAM-SHA-512 if there is a user. */
    public static KafkaAccess of(String servers, String user, String password) {
        return new KafkaAccess(servers, user, password, "", "", Map.of());
    }

    /**
     * The settings for a client of Kafka.
     *
     * @throws IllegalArgumentException if a mechanism needs a sasl.jaas.config and there is none
     */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", servers);
        String protocol =
                securityProtocol.isEmpty() ? user.isEmpty() ? "PLAINTEXT" : "SASL_PLAINTEXT" : securityProtocol;
        properties.put("security.protocol", protocol);
        if (protocol.startsWith("SASL_")) {
            String mechanism = saslMechanism.isEmpty() ? "SCRAM-SHA-512" : saslMechanism;
            properties.put("sasl.mechanism", mechanism);
            if (!client.containsKey(JAAS)) {
                properties.put(JAAS, jaas(mechanism));
            }
        }
        properties.putAll(client);
        return properties;
    }

    private String jaas(String mechanism) {
        String module = switch (mechanism) {
            case "SCRAM-SHA-512", "SCRAM-SHA-256" -> "scram.ScramLoginModule";
            case "PLAIN" -> "plain.PlainLoginModule";
            default ->
                throw new IllegalArgumentException("The SASL mechanism " + mechanism
                        + " needs the client setting sasl.jaas.config (parasol.kafka.client.sasl.jaas.config).");
        };
        return "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                .formatted(module, quoted(user), quoted(password));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** For logs: where and as whom a client connects, without the password. */
    @Override
    public String toString() {
        return "KafkaAccess[" + user + "@" + servers + " " + securityProtocol + " " + saslMechanism + "]";
    }
}
