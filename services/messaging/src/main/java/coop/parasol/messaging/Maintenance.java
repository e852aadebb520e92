package coop.parasol.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What messaging does by the clock: partitions each hour; types that have a handler now every five seconds; each second a look
 * whether a consumed topic was replaced, whether a rebuild was asked for, and the parked events whose time has come. Its gauge {@code parasol.events.parked.depth} says how many events are parked.
 */
@Singleton
class Maintenance implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Maintenance.class);
    private static final int MAX_COUNTED = 100_000;
    private static final int THREADS = 4;

    private final MessagingPartitions partitions;
    private final AssignedPositions assigned;
    private final CatchUp catchUp;
    private final Rebuild rebuild;
    private final ParkedReplays replays;
    private final ParkedEventList parkedEvents;
    private final ChannelHealth channelHealth;
    private final ProcessEnd processEnd;
    private final MeterRegistry metrics;
    private final Gauge depth;
    private final boolean hasHandlers;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            THREADS,
            work -> Thread.ofPlatform().daemon().name("messaging-maintenance").unstarted(work));
    private volatile long parked;

    Maintenance(
            MessagingPartitions partitions,
            @Identifier(EventChannel.NAME) AssignedPositions assigned,
            CatchUp catchUp,
            Rebuild rebuild,
            ParkedReplays replays,
            ParkedEventList parkedEvents,
            ChannelHealth channelHealth,
            ProcessEnd processEnd,
            Handlers handlers,
            MeterRegistry metrics) {
        this.partitions = partitions;
        this.assigned = assigned;
        this.catchUp = catchUp;
        this.rebuild = rebuild;
        this.replays = replays;
        this.parkedEvents = parkedEvents;
        this.channelHealth = channelHealth;
        this.processEnd = processEnd;
        this.hasHandlers = !handlers.topics().isEmpty();
        this.metrics = metrics;
        this.depth = Gauge.builder("parasol.events.parked.depth", this, maintenance -> maintenance.parked)
                .description("events that could not be handled and those that wait behind them, counted up to "
                        + MAX_COUNTED)
                .register(metrics);
    }

    void start() {
        partitions.maintain(Instant.now());
        every(3600, () -> partitions.maintain(Instant.now()));
        if (hasHandlers) {
            every(1, () -> {
                assigned.lookForReplacedTopics();
                assigned.closeGaps();
            });
            every(1, channelHealth::check);
            every(5, catchUp::run);
            every(1, rebuild::run);
            every(1, () -> {
                replays.retryDue();
                parked = parkedEvents.count(MAX_COUNTED);
            });
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private void every(int seconds, Work work) {
        var _ = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException e) {
                        LOG.debug("Will be tried again", e);
                    } catch (Error e) {
                        processEnd.end("it cannot do its work any more", e);
                    }
                },
                seconds,
                seconds,
                TimeUnit.SECONDS);
    }

    /** The gauge goes too: after a live reload another has its name. */
    @Override
    public void close() {
        timer.shutdownNow();
        metrics.remove(depth);
    }
}
