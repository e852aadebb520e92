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
 * Hands received events to their handlers: each once, in order per aggregate, a whole batch in one transaction. When a
 * batch fails its events are taken one by one; an event that still fails after some attempts is parked, and so are
 * those of its aggregate that come after it. Returning means that every record is dealt with and its offset may be
 * committed. While the database is away nothing is parked: it waits.
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
    private final Retries retries;
    private final Counter handled;
    private final Counter duplicates;
    private final Counter skipped;
    private final Counter parked;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param attempts before an event is parked
     * @param first pause after the first failure, doubled up to {@code most}
     */
    record Retries(int attempts, Duration first, Duration most) {}

    private record Tally(int handled, int duplicates, int parked) {}

    Dispatcher(
            DataSource database,
            Transactions transactions,
            Inbox inbox,
            ParkedEvents parkedEvents,
            Outbox outbox,
            Handlers handlers,
            Retries retries,
            MeterRegistry metrics) {
        this.database = database;
        this.transactions = transactions;
        this.inbox = inbox;
        this.parkedEvents = parkedEvents;
        this.outbox = outbox;
        this.handlers = handlers;
        this.retries = retries;
        this.handled = metrics.counter("parasol.events.handled");
        this.duplicates = metrics.counter("parasol.events.duplicates");
        this.skipped = metrics.counter("parasol.events.unknown");
        this.parked = metrics.counter("parasol.events.parked");
    }

    /** @throws IllegalStateException when the service stops before all could be dealt with */
    public void dispatch(ConsumerRecords<String, byte[]> records) {
        List<Delivery> deliveries = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            String type = CloudEvents.type(record);
            if (handlers.of(type) != null) {
                deliveries.add(Delivery.of(record));
            } else if (EventTypes.byName(type).isEmpty()) {
                skipped.increment();
                LOG.debugf("Skipped %s at %s: unknown type", type, record);
            }
        }
        if (deliveries.isEmpty() || attempt(deliveries) == null) {
            return;
        }
        for (Delivery delivery : deliveries) {
            deliver(delivery);
        }
    }

    /** Tries one event until it is handled or parked. */
    private void deliver(Delivery delivery) {
        int failures = 0;
        int outages = 0;
        while (true) {
            Throwable failure = attempt(List.of(delivery));
            if (failure == null) {
                return;
            }
            if (outage(failure)) {
                outages++;
                LOG.warnf(
                        "The database is away, event %s waits: %s",
                        delivery.envelope().id(), failure);
                pause(outages);
                continue;
            }
            failures++;
            LOG.warnf("Event %s failed, attempt %d: %s", delivery.envelope(), failures, failure);
            boolean hopeless = failure instanceof CloudEvents.Unreadable;
            if ((hopeless || failures >= retries.attempts()) && park(delivery, failures, failure)) {
                return;
            }
            pause(failures);
        }
    }

    /** Handles the events in one transaction; returns what made it fail. */
    private @Nullable Throwable attempt(List<Delivery> deliveries) {
        AtomicReference<Tally> tally = new AtomicReference<>();
        try {
            transactions.run(() -> tally.set(apply(deliveries)));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return e;
        }
        Tally done = Objects.requireNonNull(tally.get());
        handled.increment(done.handled());
        duplicates.increment(done.duplicates());
        parked.increment(done.parked());
        return null;
    }

    private Tally apply(List<Delivery> deliveries) {
        Set<Delivery.Key> waiting =
                parkedEvents.waiting(deliveries.stream().map(Delivery::key).toList());
        Set<UUID> fresh = new HashSet<>(inbox.record(
                deliveries.stream().map(delivery -> delivery.envelope().id()).toList()));
        int done = 0;
        int behind = 0;
        for (Delivery delivery : deliveries) {
            if (!fresh.remove(delivery.envelope().id())) {
                continue;
            }
            if (waiting.contains(delivery.key())) {
                keep(
                        delivery,
                        0,
                        "waits behind an earlier event of "
                                + delivery.envelope().subject());
                behind++;
            } else {
                handle(delivery);
                done++;
            }
        }
        return new Tally(done, deliveries.size() - done - behind, behind);
    }

    private void handle(Delivery delivery) {
        Handlers.Bound<?> handler = handlers.of(delivery.envelope().type());
        if (handler == null) {
            throw new IllegalStateException(
                    "no handler for " + delivery.envelope().type());
        }
        handler.handle(delivery);
    }

    private void keep(Delivery delivery, int attempts, String reason) {
        DeadLetter letter = parkedEvents.park(delivery, attempts, reason);
        outbox.report(letter, Cause.by(delivery.envelope()));
    }

    /** Puts the event aside unless another instance has dealt with it; returns whether that worked. */
    private boolean park(Delivery delivery, int attempts, Throwable failure) {
        try {
            transactions.run(() -> {
                if (!inbox.record(List.of(delivery.envelope().id())).isEmpty()) {
                    keep(delivery, attempts, reason(failure));
                    parked.increment();
                }
            });
            LOG.errorf(failure, "Event %s is parked after %d attempts", delivery.envelope(), attempts);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "Event %s could not be parked", delivery.envelope().id());
            return false;
        }
    }

    /** What a replay came to. */
    record Replay(int replayed, @Nullable String failure) {}

    /** Handles what waits of an aggregate, in order, each in its own transaction, until one fails. */
    Replay replay(Delivery.Key key, int most) {
        for (int count = 0; count < most; count++) {
            AtomicReference<Delivery> next = new AtomicReference<>();
            try {
                transactions.run(() -> parkedEvents.first(key).ifPresent(delivery -> {
                    next.set(delivery);
                    handle(delivery);
                    parkedEvents.remove(delivery.envelope().id());
                }));
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
                Optional.ofNullable(next.get())
                        .ifPresent(delivery -> transactions.run(() ->
                                parkedEvents.failedAgain(delivery.envelope().id(), reason(e))));
                return new Replay(count, reason(e));
            }
            if (next.get() == null) {
                return new Replay(count, null);
            }
            handled.increment();
        }
        return new Replay(most, null);
    }

    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** Whether the failure says nothing about the event: the database does not answer, or had to refuse this attempt. */
    private boolean outage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && passing(sql.getSQLState())) {
                return true;
            }
        }
        try (Connection connection = database.getConnection()) {
            return !connection.isValid((int) retries.most().toSeconds() + 1);
        } catch (SQLException e) {
            return true;
        }
    }

    /** Connection lost (08) or not to be had (null), resources (53), shutdown (57P), deadlock or serialisation (40). */
    private static boolean passing(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("40")
                || state.equals("55P03");
    }

    private void pause(int failures) {
        Duration pause = Backoff.pause(failures, retries.first(), retries.most());
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("stopping; what is not handled comes again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; what is not handled comes again", e);
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }
}
