package coop.parasol.messaging;

import coop.parasol.messaging.ReadModel.Copy;
import coop.parasol.messaging.Rebuilds.Request;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** One reading of the topics for a {@link Rebuild}, and what is made of it. Not thread-safe. */
final class RebuildAttempt {

    private static final Logger LOG = Logger.getLogger(RebuildAttempt.class);
    private static final int BATCH_RECORDS = 4_000;
    private static final Duration MAX_LAST_READING = Duration.ofSeconds(20);

    private final DataSource database;
    private final Transactions transactions;
    private final ConsumerPositions positions;
    private final Rebuilds rebuilds;
    private final Handlers projections;
    private final Set<String> topics;

    private final Request request;
    private final ShadowTables shadows;
    private final AtomicReference<Map<String, String>> topicIds = new AtomicReference<>();
    private long events;

    /** It cannot be done, whoever tries it. */
    static final class RebuildRefusedException extends RuntimeException {
        RebuildRefusedException(String message) {
            super(message);
        }

        RebuildRefusedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What was read cannot be used, but could be read again. */
    static final class ReadAgainException extends RuntimeException {
        ReadAgainException(String message) {
            super(message);
        }
    }

    /** Rolls back what was only compared. */
    private static final class ComparedException extends RuntimeException {}

    /**
     * @param projections what events do to the copies
     * @param topics of those events, with the installation's prefix
     */
    RebuildAttempt(
            DataSource database,
            Transactions transactions,
            ConsumerPositions positions,
            Rebuilds rebuilds,
            Collection<Copy> copies,
            Handlers projections,
            Set<String> topics,
            Request request) {
        this.database = database;
        this.transactions = transactions;
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.projections = projections;
        this.topics = topics;
        this.request = request;
        this.shadows = new ShadowTables(database, copies);
    }

    /**
     * Reads, and takes the result over.
     *
     * @throws RebuildRefusedException if it cannot be done
     * @throws TopicReading.RecordsMissingException if the topics do not have all that the service has consumed
     * @throws ReadAgainException if it can be done by another attempt
     */
    void run(Consumer<String, byte[]> consumer) {
        rebuilds.begin(request);
        shadows.create();
        TopicReading reading = new TopicReading(consumer, topics, type -> projections.find(type) != null);
        Map<TopicPartition, Long> ends = consumed();
        while (!reading.isAt(ends)) {
            apply(reading.read(ends, BATCH_RECORDS));
            ends = consumed();
            long total = ends.values().stream().mapToLong(end -> end).sum();
            rebuilds.record(request, new Rebuilds.Progress(reading.records(), total, events));
        }
        takeOver(reading);
        shadows.drop();
    }

    /** Up to where the service has consumed the topics. */
    private Map<TopicPartition, Long> consumed() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        Jdbc.execute(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select topic, partition, next_offset, topic_id from consumer_position where topic = any (?)")) {
                select.setArray(1, connection.createArrayOf("text", topics.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        ends.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                        String id = row.getString(4); // null until it was looked up
                        if (id != null) {
                            ids.put(row.getString(1), id);
                        }
                    }
                }
            }
            return ends;
        });
        Map<String, String> before = topicIds.getAndSet(ids);
        if (before != null
                && before.entrySet().stream()
                        .anyMatch(topic ->
                                !topic.getValue().equals(ids.getOrDefault(topic.getKey(), topic.getValue())))) {
            throw new ReadAgainException("a topic was replaced");
        }
        return ends;
    }

    private void apply(List<ReceivedEvent> received) {
        transactions.run(() -> {
            Map<String, Long> before = shadows.writtenElsewhere();
            shadows.enter();
            applyHere(received);
            Map<String, Long> after = new TreeMap<>(shadows.writtenElsewhere());
            after.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
            if (!after.isEmpty()) {
                throw new RebuildRefusedException(
                        "a read model has written tables that are no copies: " + after.keySet());
            }
        });
    }

    private void applyHere(List<ReceivedEvent> received) {
        if (received.isEmpty()) {
            return;
        }
        Set<UUID> fresh = new HashSet<>(shadows.recordNew(
                received.stream().map(event -> event.envelope().id()).toList()));
        List<ReceivedEvent> applied = received.stream()
                .filter(event -> fresh.remove(event.envelope().id()))
                .toList();
        AtomicReference<ReceivedEvent> current = new AtomicReference<>();
        try {
            projections.handle(applied, true, current);
        } catch (RuntimeException e) {
            if (DatabaseOutage.isCauseOf(e, database, Duration.ofSeconds(5))) {
                throw e;
            }
            throw new RebuildRefusedException(
                    "events that the service has handled cannot be rebuilt: " + Dispatcher.reason(e), e);
        }
        events += applied.size();
    }

    private void takeOver(TopicReading reading) {
        List<String> result = new ArrayList<>();
        try {
            transactions.runLong(() -> {
                Progress.Locked _ = positions.lock(reading.partitions());
                requireAllTypesHandled();
                shadows.lockParkedEvents();
                readLast(reading);
                if (shadows.missesReplayedEvents()) {
                    throw new ReadAgainException("events that were parked have been handled meanwhile");
                }
                result.add(report(shadows.merge()));
                if (request.comparesOnly()) {
                    throw new ComparedException();
                }
                rebuilds.record(request, new Rebuilds.Progress(reading.records(), reading.records(), events));
                rebuilds.finish(request, true, result.getFirst());
            });
        } catch (ComparedException e) {
            rebuilds.record(request, new Rebuilds.Progress(reading.records(), reading.records(), events));
            rebuilds.finish(request, true, result.getFirst());
        }
        LOG.infof("Rebuilt from %d events: %s", events, result.getFirst());
    }

    private void readLast(TopicReading reading) {
        Map<TopicPartition, Long> ends = consumed();
        if (reading.isBeyond(ends)) {
            throw new ReadAgainException("positions were set back");
        }
        long deadline = System.nanoTime() + MAX_LAST_READING.toNanos();
        shadows.enter();
        while (!reading.isAt(ends)) {
            if (System.nanoTime() > deadline) {
                throw new ReadAgainException("the last records could not be read in time");
            }
            applyHere(reading.read(ends, BATCH_RECORDS));
        }
        shadows.leave();
    }

    /** Events of a type that has its first handler are handled later than their positions say ({@link CatchUp}). */
    private void requireAllTypesHandled() {
        Set<String> waiting = Jdbc.execute(database, connection -> {
            Set<String> types = new TreeSet<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select type from type_position where next_offset < until_offset and type = any (?)")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "text", projections.topicByType().keySet().toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        types.add(row.getString(1));
                    }
                }
            }
            return types;
        });
        if (!waiting.isEmpty()) {
            throw new ReadAgainException("types are still being caught up: " + waiting);
        }
    }

    private static String report(Map<String, Long> differences) {
        if (differences.isEmpty()) {
            return "no row differed";
        }
        List<String> tables = new ArrayList<>();
        new TreeMap<>(differences).forEach((table, rows) -> tables.add(table + ": " + rows));
        return "rows that differed: " + String.join(", ", tables);
    }
}
