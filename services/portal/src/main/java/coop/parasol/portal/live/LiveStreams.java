package coop.parasol.portal.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** All open streams of this portal, and what has changed in the last minute, for those that are opened again. */
@ApplicationScoped
public class LiveStreams {

    private static final Logger LOG = Logger.getLogger(LiveStreams.class);
    private static final long FLUSH_MS = 250;
    private static final long LISTENED_MS = 60_000;

    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final RecentNotices recent = new RecentNotices();
    private final Clock clock = Clock.systemUTC();
    private final int maxStreams;
    private final int maxStreamsPerPerson;
    private final Counter dropped;
    private final Counter refused;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-streams").factory());
    private volatile boolean ends;
    private volatile long listenedAt;

    LiveStreams(
            @ConfigProperty(name = "parasol.live.max-streams") int maxStreams,
            @ConfigProperty(name = "parasol.live.max-streams-per-person") int maxStreamsPerPerson,
            MeterRegistry metrics) {
        this.maxStreams = maxStreams;
        this.maxStreamsPerPerson = maxStreamsPerPerson;
        metrics.gauge("parasol.live.streams", streams, Set::size);
        dropped = metrics.counter("parasol.live.dropped");
        refused = metrics.counter("parasol.live.refused");
    }

    void start(@Observes StartupEvent event) {
        var _ = timer.scheduleAtFixedRate(this::flush, FLUSH_MS, FLUSH_MS, TimeUnit.MILLISECONDS);
    }

    /** Streams would hold up the end of the portal, which waits for all that is under way. */
    void shutDown(@Observes ShutdownDelayInitiatedEvent event) {
        ends = true;
        endThose(stream -> true);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Whether there may be another stream, of this person and at all. */
    boolean hasRoomFor(Listener who) {
        long own = streams.stream()
                .filter(stream -> stream.who().subject().equals(who.subject()))
                .count();
        boolean room = !ends && streams.size() < maxStreams && own < maxStreamsPerPerson;
        if (!room) {
            refused.increment();
        }
        return room;
    }

    /**
     * Opens a stream, which is told first what has changed since the browser heard the last.
     *
     * @param since milliseconds by the portal's clock
     */
    void open(Listener who, long since, MultiEmitter<? super LiveMessage> out) {
        long now = clock.millis();
        LiveStream stream = new LiveStream(who, out, now);
        out.onTermination(() -> streams.remove(stream));
        stream.flush(now);
        streams.add(stream);
        listenedAt = now;
        // after it was added: what comes at the same moment is told twice rather than never
        if (!recent.replay(since, now, stream)) {
            stream.offerEverything(now);
        }
        if (ends) {
            stream.end();
        }
    }

    /** Whether a stream is open, or was until a while ago: whoever goes from page to page has none in between. */
    boolean anybodyListens() {
        return !streams.isEmpty() || clock.millis() - listenedAt < LISTENED_MS;
    }

    /** Tells those whom it concerns. */
    void publish(List<Notice> notices) {
        long now = clock.millis();
        recent.add(notices, now);
        for (LiveStream stream : streams) {
            notices.forEach(notice -> stream.offer(notice, now));
        }
    }

    /** Whether a stream is open. */
    public boolean anyOpen() {
        return !streams.isEmpty();
    }

    /**
     * Tells listeners how many notices they have not read: those that were not told yet, and those for whom it may be another number.
     *
     * @param mayDiffer for whom it may be another number than the one that was told
     * @param counted the number of each as pages show it, which is asked for at most once
     */
    public void tellUnread(Predicate<Listener> mayDiffer, Function<Set<Listener>, Map<Listener, String>> counted) {
        long now = clock.millis();
        List<LiveStream> due = streams.stream()
                .filter(stream -> !stream.wasToldUnread() || mayDiffer.test(stream.who()))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        Map<Listener, String> numbers =
                counted.apply(due.stream().map(LiveStream::who).collect(Collectors.toSet()));
        due.forEach(stream -> {
            String number = numbers.get(stream.who());
            if (number != null) {
                stream.offerUnread(number, now);
            }
        });
    }

    /** Changes may have been missed until now. */
    void missed() {
        long now = clock.millis();
        recent.forget(now);
        streams.forEach(stream -> stream.offerEverything(now));
    }

    /** The person has signed out in that browser. */
    void endSession(String session) {
        endThose(stream -> stream.who().session().equals(session));
    }

    private void endThose(Predicate<LiveStream> which) {
        streams.stream().filter(which).forEach(LiveStream::end);
    }

    private void flush() {
        try {
            flush(clock.millis());
        } catch (RuntimeException e) {
            LOG.error("Streams could not be served; the next time is tried again.", e);
        }
    }

    void flush(long now) {
        if (!streams.isEmpty()) {
            listenedAt = now;
        }
        for (LiveStream stream : List.copyOf(streams)) {
            if (!stream.flush(now)) {
                if (now < stream.who().until().toEpochMilli()) {
                    dropped.increment();
                }
                streams.remove(stream);
                stream.end();
            }
        }
    }
}
