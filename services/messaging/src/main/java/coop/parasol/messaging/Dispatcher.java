package coop.parasol.messaging;

import coop.parasol.contracts.EventTypes;
import coop.parasol.messaging.Progress.Span;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The consuming side of messaging: gives received events to their {@link Handler}s, each once and in order per aggregate.
 *
 * <ol>
 *   <li>A batch is handled in one transaction, which locks its partitions' {@link ConsumerPositions}, skips what lies below
 *       them, records its events in the {@link Inbox}, skips what is recorded already, and moves the positions.
 *   <li>If an event fails, those of its aggregate are handled one by one, each in a transaction of its own, and the others
 *       together again.
 *   <li>An event that fails on the last attempt is parked ({@link ParkedEvents}, a dead letter), and so are the later events
 *       of its aggregate, and untried those of a type that has failed again and again ({@link FailingTypes}).
 *   <li>While the database is away nothing counts as an attempt and nothing is parked: the consumer waits.
 * </ol>
 *
 * <p>When {@link #dispatch} returns, every record is handled, parked or skipped, and its offset may be committed.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** Events of so many aggregates are taken out of a batch that fails; then all that is left is handled one by one. */
    private static final int MAX_AGGREGATES_TAKEN_OUT = 8;

    private final DataSource database;
    private final Transactions transactions;
    private final ConsumerPositions positions;
    private final Inbox inbox;
    private final ParkedEvents parkedEvents;
    private final Outbox outbox;
    private final Handlers handlers;
    private final RetryPolicy retryPolicy;
    private final Counter handled;
    private final Counter duplicates;
    private final Counter unknown;
    private final Counter parked;
    private final FailingTypes failingTypes = new FailingTypes();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param attempts before an event is parked
     * @param firstPause after the first failure, doubled up to {@code maxPause}
     */
    record RetryPolicy(int attempts, Duration firstPause, Duration maxPause) {}

    private record BatchResult(List<ReceivedEvent> handled, int parked) {}

    /** @param event that was handled when the transaction failed; null if it failed elsewhere */
    private record Failure(Throwable cause, @Nullable ReceivedEvent event) {}

    Dispatcher(
            DataSource database,
            Transactions transactions,
            ConsumerPositions positions,
            Inbox inbox,
            ParkedEvents parkedEvents,
            Outbox outbox,
            Handlers handlers,
            RetryPolicy retryPolicy,
            MeterRegistry metrics) {
        this.database = database;
        this.transactions = transactions;
        this.positions = positions;
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
    public void dispatch(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<ReceivedEvent> batch = new ArrayList<>();
        Map<TopicPartition, Span> spans = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Place place = Place.of(record);
            spans.merge(place.partition(), Span.of(place), (before, now) -> before.to(now.last()));
            String type = CloudEvents.type(record);
            if (handlers.find(type) != null) {
                batch.add(ReceivedEvent.of(record));
            } else if (EventTypes.byName(type).isEmpty()) {
                unknown.increment();
                LOG.debugf("Skipped %s at %s: unknown type", type, record);
            }
        }
        if (!spans.isEmpty()) {
            handleAll(batch, spans.values(), positions);
        }
    }

    /**
     * Handles events in order per aggregate, and notes in the progress that the spans are dealt with when all are handled or
     * parked.
     */
    void handleAll(List<ReceivedEvent> batch, Collection<Span> spans, Progress progress) {
        List<ReceivedEvent> left = batch;
        boolean inSets = true;
        for (int takenOut = 0; takenOut < MAX_AGGREGATES_TAKEN_OUT; takenOut++) {
            Failure failure = tryInTransaction(left, spans, progress, inSets);
            if (failure == null) {
                return;
            }
            if (failure.event() == null) {
                if (inSets) {
                    inSets = false; // which of a set has failed is found out one by one
                    continue;
                }
                break;
            }
            ReceivedEvent.AggregateKey key = failure.event().key();
            left.stream().filter(event -> event.key().equals(key)).forEach(event -> handleOrPark(event, progress));
            left = left.stream().filter(event -> !event.key().equals(key)).toList();
        }
        left.forEach(event -> handleOrPark(event, progress));
        for (int failures = 1; tryInTransaction(List.of(), spans, progress, false) != null; failures++) {
            pause(failures);
        }
    }

    private void handleOrPark(ReceivedEvent event, Progress progress) {
        int failures = 0;
        int outages = 0;
        while (true) {
            Failure failed = tryInTransaction(List.of(event), List.of(), progress, false);
            if (failed == null) {
                return;
            }
            Throwable failure = failed.cause();
            if (DatabaseOutage.isCauseOf(failure, database, retryPolicy.maxPause())) {
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

    /**
     * Handles the events in one transaction; returns the failure that rolled it back, or null.
     *
     * @param spans which the progress moves over; none while other events of them are not handled yet
     * @param inSets whether handlers that take sets get them; the failure of a set names no event
     */
    private @Nullable Failure tryInTransaction(
            List<ReceivedEvent> events, Collection<Span> spans, Progress progress, boolean inSets) {
        AtomicReference<BatchResult> result = new AtomicReference<>(new BatchResult(List.of(), 0));
        AtomicReference<ReceivedEvent> current = new AtomicReference<>();
        Set<TopicPartition> partitions = Stream.concat(
                        events.stream().map(event -> event.place().partition()),
                        spans.stream().map(Span::partition))
                .collect(Collectors.toSet());
        try {
            transactions.run(() -> {
                Progress.Locked locked = progress.lock(partitions);
                result.set(handleNew(events.stream().filter(locked::isNew).toList(), current, inSets));
                locked.advance(spans);
            });
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return new Failure(e, current.get());
        }
        BatchResult committed = Objects.requireNonNull(result.get());
        failingTypes.succeeded(committed.handled());
        handled.increment(committed.handled().size());
        duplicates.increment(events.size() - committed.handled().size() - committed.parked());
        parked.increment(committed.parked());
        return null;
    }

    /**
     * Handles the events that the inbox does not have yet, and parks those whose aggregate has a parked event already. The inbox
     * is asked first: it waits for another instance that has the same events, and what that one parked is seen afterwards.
     *
     * @param current is set to the event that is being handled
     */
    private BatchResult handleNew(List<ReceivedEvent> events, AtomicReference<ReceivedEvent> current, boolean inSets) {
        if (events.isEmpty()) {
            return new BatchResult(List.of(), 0);
        }
        Set<UUID> newIds = new HashSet<>(inbox.recordNew(
                events.stream().map(event -> event.envelope().id()).toList()));
        Set<ReceivedEvent.AggregateKey> blocked = new HashSet<>(parkedEvents.lockBlockedAggregates(
                events.stream().map(ReceivedEvent::key).toList()));
        List<ReceivedEvent> handledHere = new ArrayList<>();
        int parkedHere = 0;
        for (ReceivedEvent event : events) {
            if (!newIds.remove(event.envelope().id())) {
                continue;
            }
            if (blocked.contains(event.key())) {
                String reason =
                        "waits behind an earlier event of " + event.envelope().subject();
                storeDeadLetter(event, 0, reason, true);
                parkedHere++;
            } else if (failingTypes.isSetAside(event.envelope().type())) {
                storeDeadLetter(event, 0, "is tried later, as the last events of its type have failed", false);
                blocked.add(event.key());
                parkedHere++;
            } else {
                handledHere.add(event);
            }
        }
        handlers.handle(handledHere, inSets, current);
        return new BatchResult(handledHere, parkedHere);
    }

    /** An event that was parked has been handled: others of its type are tried again as they come. */
    void succeeded(ReceivedEvent event) {
        failingTypes.succeeded(List.of(event));
    }

    /** Parks the event unless another instance has handled or parked it; returns whether the transaction committed. */
    private boolean park(ReceivedEvent event, int attempts, Throwable failure) {
        try {
            transactions.run(() -> {
                if (!inbox.recordNew(List.of(event.envelope().id())).isEmpty()) {
                    storeDeadLetter(event, attempts, reason(failure), false);
                    parked.increment();
                }
            });
            failingTypes.failed(event.envelope().type());
            LOG.errorf(failure, "Event %s is parked after %d attempts", event.envelope(), attempts);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "Event %s could not be parked", event.envelope().id());
            return false;
        }
    }

    private void storeDeadLetter(ReceivedEvent event, int attempts, String reason, boolean waitsBehindAnother) {
        DeadLetter letter = parkedEvents.insert(event, attempts, reason, waitsBehindAnother);
        outbox.appendDeadLetter(letter, Cause.by(event.envelope()));
    }

    static String reason(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** Waits before another attempt; an {@link IllegalStateException} when the service stops meanwhile. */
    void pause(int failures) {
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
