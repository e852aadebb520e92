package coop.parasol.distribution.order;

import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.messaging.Outbox;
import java.util.UUID;

/** Events as a part of a larger statement that also stores what was decided. */
final class EventRows {

    private EventRows() {}

    static Part part(String name, Outbox.Rows rows) {
        return new Part(
                name,
                Outbox.INSERT_ROWS,
                statement -> statement
                        .bindArray("eventIds", UUID.class, rows.eventIds())
                        .bindArray("eventAggregateTypes", String.class, rows.eventAggregateTypes())
                        .bindArray("eventAggregateIds", String.class, rows.eventAggregateIds())
                        .bindArray("eventTypes", String.class, rows.eventTypes())
                        .bindArray("eventPayloads", String.class, rows.eventPayloads())
                        .bindArray("eventTopics", String.class, rows.eventTopics())
                        .bindArray("eventActors", String.class, rows.eventActors())
                        .bindArray("eventCausationIds", String.class, rows.eventCausationIds())
                        .bindArray("eventCorrelationIds", String.class, rows.eventCorrelationIds())
                        .bindArray("eventTraceparents", String.class, rows.eventTraceparents())
                        .bind("eventTime", rows.eventTime()));
    }
}
