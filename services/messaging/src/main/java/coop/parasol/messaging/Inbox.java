package coop.parasol.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which events this service has dealt with, so that each has its effect once. */
@ApplicationScoped
class Inbox {

    private static final String INSERT = """
            insert into inbox (consumer, event_id)
            select ?, event_id from unnest(?::uuid[]) as event_id order by event_id
            on conflict do nothing
            returning event_id
            """;

    private final DataSource database;
    private final String consumer;

    Inbox(DataSource database, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.database = database;
        this.consumer = consumer;
    }

    /**
     * Records the events as dealt with, in the present transaction; waits for another transaction that is just doing the
     * same. Sorted, so that two instances with overlapping batches do not wait for each other.
     *
     * @return those that were not dealt with before
     */
    Set<UUID> record(Collection<UUID> events) {
        return Sql.run(database, connection -> {
            Set<UUID> fresh = new HashSet<>();
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, consumer);
                insert.setArray(2, connection.createArrayOf("uuid", events.toArray()));
                try (ResultSet rows = insert.executeQuery()) {
                    while (rows.next()) {
                        fresh.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return fresh;
        });
    }
}
