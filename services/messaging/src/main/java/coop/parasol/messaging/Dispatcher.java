package coop.parasol.messaging;

import coop.parasol.contracts.EventTypes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The consuming side of messaging: gives received events to their {@link Handler}s, each once and in order per aggregate.
 *
 * <ol>
 *   <li>A batch is handled in one transaction, which records its events in the {@link Inbox}; what is recorded already is
 *       skipped.
 *   <li>If that fails, the events are handled one by one, each in a transaction of its own, with retries.
 *   <li>An event that fails on the last attempt is parked ({@link ParkedEvents}, a dead letter), and so are the later events
 *       of its aggregate; all others go on.
 *   <li>While the database is away nothing counts as an attempt and nothing is parked: the consumer waits.
 * </ol>
 *
 * <p>When {@link #dispatch} returns, every record is handled, parked or skipped, and its offset may be committed.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final DataSource database;
    private final Transactions transactions;
    private final Inbox inbox;
    private final ParkedEvents parkedEvents;
    private final Outbox outbox;
    private final Handlers handlers;
    private final RetryPolicy retryPolicy;
    private final Counter handled;
    private final Counter duplicates;
    private final Counter unknown;
    private final Counter parked;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param attempts before an event is parked
     * @param firstPause after the first failure, doubled up to {@code maxPause}
     */
    record RetryPolicy(int attempts, Duration firstPause, Duration maxPause) {}

    private record BatchResult(int handled, int duplicates, int parked) {}

    Dispatcher(
            DataSource database,
            Transactions transactions,
            Inbox inbox,
            ParkedEvents parkedEvents,
            Outbox outbox,
            Handlers handlers,
            RetryPolicy retryPolicy,
            MeterRegistry metrics) {
        this.database = database;
        this.transactions = transactions;
        this.inbox = inbox;
        this.parkedEvents = parkedEvents;
        this.outbox = outbox;
        this.handlers = handlers;
        this.retryPolicy = retryPolicy;
        this.handled = metrics.counter("parasol.events.handled");
        this.duplicates = metrics.counter("parasol.events.duplicates");
        this.unknown = metrics.counter("parasol.events.unknown");
        this.parked = metrics.counter("parasol.events.parked");
    }

    /**
     * Handles the records of one poll; types that this service has no handler for are skipped.
     *
     * @throws IllegalStateException when the service stops before all are handled; Kafka delivers them again
     */
    public void dispatch(ConsumerRecords<String, byte[]> records) {
        List<ReceivedEvent> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            String type = CloudEvents.type(record);
            if (handlers.find(type) != null) {
                batch.add(ReceivedEvent.of(record));
            } else if (EventTypes.byName(type).isEmpty()) {
                unknown.increment();
                LOG.debugf("Skipped %s at %s: unknown type", type, record);
            }
        }
        if (batch.isEmpty() || tryInTransaction(batch) == null) {
            return;
        }
        for (ReceivedEvent event : batch) {
            handleOrPark(event);
        }
    }

    private void handleOrPark(ReceivedEvent event) {
        int failures = 0;
        int outages = 0;
        while (true) {
            Throwable failure = tryInTransaction(List.of(event));
            if (failure == null) {
                return;
            }
            if (isOutage(failure)) {
                outages++;
                LOG.warnf(
                        "The database is away, event %s waits: %s",
                        event.envelope().id(), failure);
                pause(outages);
                continue;
            }
            failures++;
            LOG.warnf("Event %s failed, attempt %d: %s", event.envelope(), failures, failure);
            boolean isLastAttempt = failure instanceof UnreadableEventException || failures >= retryPolicy.attempts();
            if (isLastAttempt && park(event, failures, failure)) {
                return;
            }
            pause(failures);
        }
    }

    /** Handles the events in one transaction; returns the failure that rolled it back, or null. */
    private @Nullable Throwable tryInTransaction(List<ReceivedEvent> events) {
        AtomicReference<BatchResult> result = new AtomicReference<>();
        try {
            transactions.run(() -> result.set(handleNew(events)));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return e;
        }
        BatchResult committed = Objects.requireNonNull(result.get());
        handled.increment(committed.handled());
        duplicates.increment(committed.duplicates());
        parked.increment(committed.parked());
        return null;
    }

    /** Handles the events that the inbox does not have yet, and parks those whose aggregate has a parked event already. */
    private BatchResult handleNew(List<ReceivedEvent> events) {
        Set<ReceivedEvent.AggregateKey> blocked = parkedEvents.lockBlockedAggregates(
                events.stream().map(ReceivedEvent::key).toList());
        Set<UUID> newIds = new HashSet<>(inbox.recordNew(
                events.stream().map(event -> event.envelope().id()).toList()));
        int handledHere = 0;
        int parkedHere = 0;
        for (ReceivedEvent event : events) {
            if (!newIds.remove(event.envelope().id())) {
                continue;
            }
            if (blocked.contains(event.key())) {
                String reason =
                        "waits behind an earlier event of " + event.envelope().subject();
                storeDeadLetter(event, 0, reason);
                parkedHere++;
            } else {
                handle(event);
                handledHere++;
            }
        }
        return new BatchResult(handledHere, events.size() - handledHere - parkedHere, parkedHere);
    }

    private void handle(ReceivedEvent event) {
        Handlers.TypedHandler<?> handler = handlers.find(event.envelope().type());
        if (handler == null) {
            throw new IllegalStateException("no handler for " + event.envelope().type());
        }
        handler.handle(event);
    }

    /** Parks the event unless another instance has handled or parked it; returns whether the transaction committed. */
    private boolean park(ReceivedEvent event, int attempts, Throwable failure) {
        try {
            transactions.run(() -> {
                if (!inbox.recordNew(List.of(event.envelope().id())).isEmpty()) {
                    storeDeadLetter(event, attempts, reason(failure));
                    parked.increment();
                }
            });
            LOG.errorf(failure, "Event %s is parked after %d attempts", event.envelope(), attempts);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "Event %s could not be parked", event.envelope().id());
            return false;
        }
    }

    private void storeDeadLetter(ReceivedEvent event, int attempts, String reason) {
        DeadLetter letter = parkedEvents.insert(event, attempts, reason);
        outbox.appendDeadLetter(letter, Cause.by(event.envelope()));
    }

    /**
     * @param replayed how many events were handled
     * @param failure why the next one failed again; null if none did
     */
    record Replay(int replayed, @Nullable String failure) {}

    /** Handles the parked events of an aggregate in order, each in its own transaction, until one fails. */
    Replay replay(ReceivedEvent.AggregateKey key, int maxEvents) {
        for (int count = 0; count < maxEvents; count++) {
            AtomicReference<ReceivedEvent> next = new AtomicReference<>();
            try {
                transactions.run(() -> parkedEvents.lockFirst(key).ifPresent(event -> {
                    next.set(event);
                    handle(event);
                    parkedEvents.delete(event.envelope().id());
                }));
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
                Optional.ofNullable(next.get())
                        .ifPresent(event -> transactions.run(() ->
                                parkedEvents.recordFailure(event.envelope().id(), reason(e))));
                return new Replay(count, reason(e));
            }
            if (next.get() == null) {
                return new Replay(count, null);
            }
            handled.increment();
        }
        return new Replay(maxEvents, null);
    }

    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** Whether the failure is the database's and not the event's: it does not answer, or rolled this attempt back. */
    private boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isTransient(sql.getSQLState())) {
                return true;
            }
        }
        try (Connection connection = database.getConnection()) {
            return !connection.isValid((int) retryPolicy.maxPause().toSeconds() + 1);
        } catch (SQLException e) {
            return true;
        }
    }

    /**
     * PostgreSQL's SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown), 40 (deadlock, serialisation), and 55P03
     * (lock not available); null when the pool gave no connection.
     */
    private static boolean isTransient(@Nullable String sqlState) {
        return sqlState == null
                || sqlState.startsWith("08")
                || sqlState.startsWith("53")
                || sqlState.startsWith("57P")
                || sqlState.startsWith("40")
                || sqlState.equals("55P03");
    }

    private void pause(int failures) {
        Duration pause = Backoff.pause(failures, retryPolicy.firstPause(), retryPolicy.maxPause());
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("stopping; Kafka delivers again what is not handled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; Kafka delivers again what is not handled", e);
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }
}
