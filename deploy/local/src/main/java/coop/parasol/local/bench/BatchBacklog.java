package coop.parasol.local.bench;

import coop.parasol.local.servers.Installation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events of batches that a service has not handled yet: of those that production publishes, and of those that quality does. */
final class BatchBacklog implements AutoCloseable {

    private final Map<String, Connection> databases = new LinkedHashMap<>();
    private final List<TopicBacklog> topics = new ArrayList<>();

    BatchBacklog(Installation installation) throws SQLException {
        add(installation, "production", "production.batches", "distribution", "pricing", "quality");
        add(installation, "quality", "quality.certificates", "distribution", "membership", "pricing", "production");
    }

    private void add(Installation installation, String decider, String topic, String... readers) throws SQLException {
        for (String reader : readers) {
            topics.add(new TopicBacklog(database(installation, decider), database(installation, reader), topic));
        }
    }

    private Connection database(Installation installation, String service) throws SQLException {
        Connection known = databases.get(service);
        if (known != null) {
            return known;
        }
        Connection opened = installation.connectAsAdministrator(service);
        databases.put(service, opened);
        return opened;
    }

    boolean isEmpty() throws SQLException {
        for (TopicBacklog topic : topics) {
            if (!topic.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws SQLException {
        for (Connection each : databases.values()) {
            each.close();
        }
    }
}
