package coop.parasol.messaging;

import coop.parasol.messaging.SentEvents.Arrived;
import coop.parasol.messaging.SentEvents.Position;
import coop.parasol.messaging.SentEvents.SentPartition;
import coop.parasol.messaging.TopicLogs.End;
import coop.parasol.messaging.TopicLogs.TopicLog;
import io.micrometer.core.instrument.Counter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Looks whether Kafka still has what it has acknowledged, and puts what it has lost back into the outbox. A broker that stands
 * alone acknowledges from memory: after a power cut, or when it is replaced by an empty one or restored, its logs end earlier
 * or its topics have other ids. The relay looks before it sends, whenever a second has passed or a connection was lost.
 */
final class LossCheck implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LossCheck.class);
    private static final String LOST =
            "Kafka has lost %d events that it had acknowledged; they are sent again, from %d on";
    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final TopicLogs topicLogs;
    private final RestoredEvents restored;
    private final String topicPrefix;
    private final Counter resent;
    private final Set<String> topics = new TreeSet<>();
    private final Map<String, TopicLog> logs = new HashMap<>();
    private boolean lookedForRestored;
    private boolean wanted = true;
    private long lastLook;

    LossCheck(TopicLogs topicLogs, RestoredEvents restored, String topicPrefix, Counter resent) {
        this.topicLogs = topicLogs;
        this.restored = restored;
        this.topicPrefix = topicPrefix;
        this.resent = resent;
    }

    /** This instance begins to relay: what it knew of the topics may be out of date. */
    void begin() {
        topics.clear();
        topics.addAll(restored.topics());
        logs.clear();
        lookedForRestored = false;
        wanted = true;
    }

    boolean isDue() {
        return wanted || System.nanoTime() - lastLook >= INTERVAL_NANOS;
    }

    /** Looks at the topics and puts back what is lost, and what an administrator wants sent again. */
    void look(OutboxSession open) throws SQLException, InterruptedException {
        wanted = true;
        open.moveArrived(); // what is lost is put back from the sent events
        topics.addAll(open.sent().topics());
        refresh(topics);
        if (!lookedForRestored) {
            restored.find(open, logs);
            lookedForRestored = true;
        }
        Returned lost = open.sent().returnLost(logs);
        putBack(open, lost, LOST);
        Returned requested = open.sent().returnRequested();
        putBack(open, requested, "%d events are sent again as requested, from %d on");
        lastLook = System.nanoTime();
        wanted = false;
    }

    private void putBack(OutboxSession open, Returned returned, String message) {
        if (returned.rows() > 0) {
            LOG.warnf(message, returned.rows(), returned.firstSeq());
            resent.increment(returned.rows());
            open.lowerMark(returned);
        }
    }

    private void refresh(Set<String> names) throws InterruptedException {
        Map<String, TopicLog> found =
                topicLogs.look(names.stream().map(topicPrefix::concat).toList());
        logs.keySet().removeAll(names);
        found.forEach((topic, log) -> logs.put(topic.substring(topicPrefix.length()), log));
    }

    /**
     * Acknowledges what has arrived, and returns it; except what Kafka has put at an offset that it had acknowledged before. There the
     * log was cut back unnoticed: what was acknowledged from that offset on is sent first, then this again.
     */
    List<Arrived> withoutThoseThatOvertook(OutboxSession open, List<Arrived> arrived)
            throws SQLException, InterruptedException {
        Map<SentPartition, Long> cutBack = cutBack(open, arrived);
        if (!cutBack.isEmpty()) {
            returnLost(open, cutBack); // before anything is asked of Kafka, which may not answer now
        }
        List<Arrived> kept = arrived.stream()
                .filter(one -> !cutBack.containsKey(one.sentPartition()))
                .toList();
        Set<String> unknown = new TreeSet<>();
        kept.forEach(one -> unknown.add(one.row().topic()));
        unknown.removeAll(logs.keySet());
        if (!unknown.isEmpty()) {
            topics.addAll(unknown);
            refresh(unknown);
        }
        open.acknowledge(kept, logs);
        return kept;
    }

    /** The lowest offset that was acknowledged a second time, by partition. */
    private static Map<SentPartition, Long> cutBack(OutboxSession open, List<Arrived> arrived) {
        Map<SentPartition, Long> highest = new HashMap<>();
        Map<SentPartition, Long> cutBack = new HashMap<>();
        for (Arrived one : arrived) {
            SentPartition key = one.sentPartition();
            long before = highest.computeIfAbsent(
                    key,
                    known -> open.sent().position(known).map(Position::offset).orElse(-1L));
            if (one.offset() <= before) {
                cutBack.merge(key, one.offset(), Math::min);
            }
            highest.put(key, Math.max(before, one.offset()));
        }
        return cutBack;
    }

    private void returnLost(OutboxSession open, Map<SentPartition, Long> cutBack) throws SQLException {
        wanted = true;
        open.moveArrived();
        for (Map.Entry<SentPartition, Long> cut : cutBack.entrySet()) {
            Optional<Position> known = open.sent().position(cut.getKey());
            if (known.isPresent()) {
                End end = new End(cut.getValue(), known.get().epoch());
                Returned lost = open.sent().returnLost(cut.getKey(), known.get().topicId(), end);
                putBack(open, lost, LOST);
            }
        }
    }

    @Override
    public void close() {
        topicLogs.close();
    }
}
