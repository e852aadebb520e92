package coop.parasol.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the {@link ParkedEvents} for those who look after them. */
@ApplicationScoped
class ParkedEventList {

    private static final String COLUMNS =
            "position, event_id, type, topic, partition, \"offset\", subject, attempts, reason, parked_at";

    private final DataSource database;

    /** @param position place in the order of parking */
    record ParkedEvent(long position, DeadLetter letter) {}

    ParkedEventList(DataSource database) {
        this.database = database;
    }

    /** How many events are parked, counted up to a number. */
    long count(int max) {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select count(*) from (select from parked_event limit ?) as counted")) {
                select.setInt(1, max);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Parked events after a position, in the order of parking. */
    List<ParkedEvent> list(long after, int limit) {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select " + COLUMNS + " from parked_event where position > ? order by position limit ?")) {
                select.setLong(1, after);
                select.setInt(2, limit);
                return listed(select);
            }
        });
    }

    Optional<DeadLetter> find(UUID event) {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select " + COLUMNS + " from parked_event where event_id = ?")) {
                select.setObject(1, event);
                return listed(select).stream().map(ParkedEvent::letter).findFirst();
            }
        });
    }

    private static List<ParkedEvent> listed(PreparedStatement select) throws SQLException {
        List<ParkedEvent> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                DeadLetter letter = new DeadLetter(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getInt(8),
                        row.getString(9),
                        row.getObject(10, OffsetDateTime.class).toInstant());
                found.add(new ParkedEvent(row.getLong(1), letter));
            }
        }
        return found;
    }

    /** The event's content as received; empty if the event is not parked here. */
    Optional<String> content(UUID event) {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select payload from parked_event where event_id = ?")) {
                select.setObject(1, event);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new String(row.getBytes(1), UTF_8)) : Optional.empty();
                }
            }
        });
    }
}
