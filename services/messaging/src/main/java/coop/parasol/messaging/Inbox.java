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

/** The inbox (idempotent consumer): ids of the events that this service has handled or parked, so that each takes effect once. */
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
     * Records the events in the present transaction; waits for another transaction that is recording one of them. Inserted
     * in the order of their ids, so that two instances with overlapping batches do not deadlock.
     *
     * @return those that were not recorded before
     */
    Set<UUID> recordNew(Collection<UUID> events) {
        return Jdbc.execute(database, connection -> {
            Set<UUID> recorded = new HashSet<>();
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, consumer);
                insert.setArray(2, connection.createArrayOf("uuid", events.toArray()));
                try (ResultSet rows = insert.executeQuery()) {
                    while (rows.next()) {
                        recorded.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return recorded;
        });
    }
}
