package coop.parasol.local.servers;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a broker that stands alone is set to, wherever it runs: by the local start, which writes it to the broker's file, and
 * in containers, where docker-compose.yml has the same values as environment variables. A test compares the two.
 */
public final class BrokerSettings {

    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("num.partitions", "6"),
            // the services' producers send as much: an order can be allocated from some ten thousand lots
            Map.entry("message.max.bytes", "8388608"),
            // topics are the firm's record
            Map.entry("log.retention.ms", "-1"),
            Map.entry("compression.type", "producer"),
            Map.entry("offsets.topic.num.partitions", "6"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0")));

    private BrokerSettings() {}

    /** The settings by the names that Kafka gives them. */
    public static Map<String, String> all() {
        return Map.copyOf(SETTINGS);
    }

    /** The settings as lines of the broker's file. */
    static String text() {
        return SETTINGS.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
