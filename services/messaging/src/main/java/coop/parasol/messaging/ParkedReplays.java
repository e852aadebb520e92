package coop.parasol.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Handles parked events again, those of an aggregate in order: by itself when their time has come, and when asked to. */
@ApplicationScoped
class ParkedReplays {

    private static final Logger LOG = Logger.getLogger(ParkedReplays.class);
    private static final int MAX_EVENTS = 1_000;
    private static final int MAX_AGGREGATES = 20;

    private final Transactions transactions;
    private final ParkedEvents parkedEvents;
    private final Handlers handlers;
    private final Dispatcher dispatcher;
    private final Counter handled;

    ParkedReplays(
            Transactions transactions,
            ParkedEvents parkedEvents,
            Handlers handlers,
            Dispatcher dispatcher,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.parkedEvents = parkedEvents;
        this.handlers = handlers;
        this.dispatcher = dispatcher;
        this.handled = metrics.counter("parasol.events.handled");
    }

    /**
     * @param replayed how many events were handled
     * @param failure why the next one failed again; null if none did
     */
    record Replay(int replayed, @Nullable String failure) {}

    /**
     * Handles the parked events of an aggregate, each in its own transaction, until one fails.
     *
     * @param atFirst done in the transaction of the first of them, whether it is handled or fails again; not if there is none
     */
    Replay replay(ReceivedEvent.AggregateKey key, Runnable atFirst) {
        for (int count = 0; count < MAX_EVENTS; count++) {
            Runnable first = count == 0 ? atFirst : () -> {};
            AtomicReference<ReceivedEvent> next = new AtomicReference<>();
            try {
                transactions.run(() -> parkedEvents.lockFirst(key).ifPresent(event -> {
                    next.set(event);
                    handlers.handle(event);
                    parkedEvents.delete(event);
                    first.run();
                }));
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
                String reason = Dispatcher.reason(e);
                Optional.ofNullable(next.get())
                        .ifPresent(event -> transactions.run(() -> {
                            parkedEvents.recordFailure(event.envelope().id(), reason);
                            first.run();
                        }));
                return new Replay(count, reason);
            }
            ReceivedEvent event = next.get();
            if (event == null) {
                return new Replay(count, null);
            }
            dispatcher.succeeded(event);
            handled.increment();
        }
        return new Replay(MAX_EVENTS, null);
    }

    /** Tries the parked events again whose time has come: some aggregates, and further ones for as long as all succeed. */
    void retryDue() {
        boolean allSucceed = true;
        while (allSucceed) {
            List<ReceivedEvent.AggregateKey> due = parkedEvents.due(MAX_AGGREGATES);
            if (due.isEmpty()) {
                return;
            }
            for (ReceivedEvent.AggregateKey key : due) {
                Replay result = replay(key, () -> {});
                if (result.replayed() > 0) {
                    LOG.infof("Handled %d parked events of %s", result.replayed(), key);
                }
                allSucceed &= result.failure() == null;
            }
        }
    }
}
