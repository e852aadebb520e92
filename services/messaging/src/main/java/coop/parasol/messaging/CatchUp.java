package coop.parasol.messaging;

import coop.parasol.messaging.Progress.Span;
import coop.parasol.messaging.TypePositions.Skipped;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads those events that were skipped because the service had no handler for their type: from the start of each partition up
 * to where the type is handled as it comes. The consumer goes on with other types meanwhile; events of this type wait for it.
 */
@ApplicationScoped
class CatchUp {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final DataSource database;
    private final TypePositions types;
    private final ConsumerPositions positions;
    private final Dispatcher dispatcher;
    private final Transactions transactions;
    private final KafkaClients kafka;

    CatchUp(
            DataSource database,
            TypePositions types,
            ConsumerPositions positions,
            Dispatcher dispatcher,
            Transactions transactions,
            KafkaClients kafka) {
        this.database = database;
        this.types = types;
        this.positions = positions;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.kafka = kafka;
    }

    /** Notes which types were skipped, also where no further record comes, and catches them up. */
    void run() {
        Set<TopicPartition> moved = types.movedWithoutMine();
        if (!moved.isEmpty()) {
            transactions.run(() -> {
                Progress.Locked _ = positions.lock(moved);
            });
        }
        List<Skipped> skipped = types.skipped();
        if (!skipped.isEmpty()) {
            try (Consumer<String, byte[]> reader = kafka.reader()) {
                skipped.forEach(partition -> read(partition, reader));
            }
        }
    }

    private void read(Skipped skipped, Consumer<String, byte[]> reader) {
        TopicPartition partition = skipped.partition();
        LOG.infof(
                "Reading %s from %d on for types that have a handler now: %s",
                partition, skipped.from(), skipped.types());
        SkippedTypes progress = new SkippedTypes(skipped);
        reader.assign(List.of(partition));
        reader.seek(partition, skipped.from());
        while (!progress.isCaughtUp()) {
            ConsumerRecords<String, byte[]> records = reader.poll(POLL);
            List<ReceivedEvent> events = new ArrayList<>();
            Span span = null;
            for (ConsumerRecord<String, byte[]> record : records) {
                span = span == null ? Span.of(Place.of(record)) : span.to(Place.of(record));
                if (skipped.types().contains(CloudEvents.type(record))) {
                    events.add(ReceivedEvent.of(record));
                }
            }
            if (span != null) {
                dispatcher.handleAll(events, List.of(span), progress);
            } else if (isAtEnd(reader, partition)) {
                // the log was cut back, or nothing is left of it
                Place last = new Place(partition, Long.MAX_VALUE - 1, -1);
                dispatcher.handleAll(List.of(), List.of(Span.of(last)), progress);
            }
        }
    }

    private static boolean isAtEnd(Consumer<String, byte[]> reader, TopicPartition partition) {
        Long end = reader.endOffsets(List.of(partition)).get(partition);
        return end != null && reader.position(partition) >= end;
    }

    /** Types that are read once more in one partition. Its consumer position is locked too: where they meet, they meet exactly. */
    private final class SkippedTypes implements Progress {

        private final Skipped skipped;

        SkippedTypes(Skipped skipped) {
            this.skipped = skipped;
        }

        boolean isCaughtUp() {
            return Jdbc.execute(database, this::stillSkipped).isEmpty();
        }

        @Override
        public Locked lock(Set<TopicPartition> partitions) {
            Locked _ = positions.lock(Set.of(skipped.partition()));
            Map<String, long[]> ranges = Jdbc.execute(database, this::stillSkipped);
            return new Locked() {
                @Override
                public boolean isNew(ReceivedEvent event) {
                    long[] range = ranges.get(event.envelope().type());
                    return range != null && event.offset() >= range[0] && event.offset() < range[1];
                }

                @Override
                public void advance(Collection<Span> spans) {
                    spans.forEach(span -> moveBehind(span.last().offset()));
                }
            };
        }

        /** The first offset and the end of what is still to be read, by type. */
        private Map<String, long[]> stillSkipped(Connection connection) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement("""
                    select type, next_offset, until_offset from type_position
                     where topic = ? and partition = ? and type = any (?) and next_offset < until_offset""")) {
                bind(select, 1);
                Map<String, long[]> ranges = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        ranges.put(row.getString(1), new long[] {row.getLong(2), row.getLong(3)});
                    }
                }
                return ranges;
            }
        }

        private void moveBehind(long offset) {
            Jdbc.execute(database, connection -> {
                try (PreparedStatement update = connection.prepareStatement("""
                        update type_position set next_offset = least(until_offset, ?)
                         where topic = ? and partition = ? and type = any (?) and next_offset < least(until_offset, ?)""")) {
                    update.setLong(1, offset + 1);
                    bind(update, 2);
                    update.setLong(5, offset + 1);
                    return update.executeUpdate();
                }
            });
        }

        private void bind(PreparedStatement statement, int first) throws SQLException {
            statement.setString(first, skipped.partition().topic());
            statement.setInt(first + 1, skipped.partition().partition());
            statement.setArray(
                    first + 2,
                    statement
                            .getConnection()
                            .createArrayOf("text", skipped.types().toArray()));
        }
    }
}
