package coop.parasol.local;

import coop.parasol.contracts.KafkaAccess;
import coop.parasol.local.servers.KafkaSetup;
import coop.parasol.local.servers.OperatorException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;

/** Sets up a Kafka that runs elsewhere: in a container, or one that somebody else operates. */
@Command(
        name = "kafka-setup",
        description = {
            "Create topics, principals and access rights on a Kafka that ./parasol up does not start; can be repeated.",
            "Environment: PARASOL_KAFKA, PARASOL_KAFKA_USER and PARASOL_KAFKA_PASSWORD of an administrator,"
                    + " PARASOL_KAFKA_PASSWORD_<SERVICE> for each service and the portal; as the broker asks for it"
                    + " PARASOL_KAFKA_SECURITY_PROTOCOL, PARASOL_KAFKA_SASL_MECHANISM and PARASOL_KAFKA_CLIENT_<NAME>"
                    + " (such as PARASOL_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION);"
                    + " PARASOL_KAFKA_REPLICATION (1) and PARASOL_KAFKA_MIN_INSYNC (1)."
        })
final class KafkaSetupCommand implements Callable<Integer> {

    private static final String CLIENT_SETTING = "PARASOL_KAFKA_CLIENT_";

    @Override
    public Integer call() throws InterruptedException {
        run(System.getenv());
        System.out.println("Topics, principals and access rights are there.");
        return 0;
    }

    /**
     * Sets up the Kafka of these variables.
     *
     * @throws OperatorException if a variable is missing or wrong, or Kafka refuses
     */
    static void run(Map<String, String> environment) throws InterruptedException {
        KafkaSetup.Replication replication = replication(environment);
        try (Admin admin = Admin.create(access(environment).properties())) {
            new KafkaSetup(admin, replication)
                    .run(service -> required(environment, "PARASOL_KAFKA_PASSWORD_" + service.name()));
        } catch (ExecutionException | KafkaException e) {
            throw new OperatorException(
                    "Kafka at " + environment.get("PARASOL_KAFKA") + " could not be set up: "
                            + (e instanceof ExecutionException ? e.getCause() : e)
                            + "\nWhat to do: look whether it runs and lets this administrator sign in, then run kafka-setup again.",
                    e);
        }
    }

    private static KafkaAccess access(Map<String, String> environment) {
        Map<String, String> client = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(CLIENT_SETTING) && !value.isEmpty()) {
                client.put(
                        name.substring(CLIENT_SETTING.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        return new KafkaAccess(
                required(environment, "PARASOL_KAFKA"),
                environment.getOrDefault("PARASOL_KAFKA_USER", ""),
                environment.getOrDefault("PARASOL_KAFKA_PASSWORD", ""),
                environment.getOrDefault("PARASOL_KAFKA_SECURITY_PROTOCOL", ""),
                environment.getOrDefault("PARASOL_KAFKA_SASL_MECHANISM", ""),
                client);
    }

    private static KafkaSetup.Replication replication(Map<String, String> environment) {
        String factor = setting(environment, "PARASOL_KAFKA_REPLICATION");
        String minInSync = setting(environment, "PARASOL_KAFKA_MIN_INSYNC");
        try {
            return new KafkaSetup.Replication(Short.parseShort(factor), Integer.parseInt(minInSync));
        } catch (IllegalArgumentException e) {
            throw new OperatorException(
                    "PARASOL_KAFKA_REPLICATION=" + factor + " and PARASOL_KAFKA_MIN_INSYNC=" + minInSync
                            + " do not fit.\nWhat to do: set how many brokers keep each topic, and how many of them have to"
                            + " have an event before it counts as sent: 3 and 2, or 1 and 1 where a broker stands alone.",
                    e);
        }
    }

    /** A number, 1 if it is not set. */
    private static String setting(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? "1" : value;
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new OperatorException(
                    name + " is not set.\nWhat to do: ./parasol help kafka-setup lists what is needed.");
        }
        return value;
    }
}
