package coop.parasol.portal.notice;

import coop.parasol.portal.live.Listener;
import coop.parasol.portal.live.LiveStreams;
import coop.parasol.portal.notice.UnreadCounts.Change;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells open pages how many notices wait, as soon as the number may be another one. It looks at the database and not at what this
 * portal does itself, so that it does not matter which of several portals has made a notice, or shown it.
 */
@ApplicationScoped
class TellUnread {

    private static final Logger LOG = Logger.getLogger(TellUnread.class);

    /** Longer than it takes to store what an event asks for. */
    private static final Duration LATELY = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final LiveStreams streams;
    private final UnreadCounts counts;
    private final Clock clock = Clock.systemUTC();
    private Set<String> told = Set.of();
    private boolean missed;
    private long askAgain = System.nanoTime();

    TellUnread(LiveStreams streams, UnreadCounts counts) {
        this.streams = streams;
        this.counts = counts;
    }

    @Scheduled(every = "{parasol.live.unread-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void run() {
        if (!streams.anyOpen() || System.nanoTime() - askAgain < 0) {
            return;
        }
        try {
            tell();
            missed = false;
        } catch (RuntimeException away) {
            LOG.warnf("Open pages are not told how many notices wait: %s", away.getMessage());
            missed = true;
            askAgain = System.nanoTime() + PAUSE.toNanos();
        }
    }

    private void tell() {
        List<Change> lately = counts.changes(clock.instant(), LATELY);
        Set<String> concerned = new HashSet<>();
        lately.stream()
                .filter(change -> !told.contains(change.changeId()))
                .forEach(change -> concerned.add(change.concerns()));
        streams.tellUnread(who -> missed || concerns(concerned, who), counts::of);
        told = lately.stream().map(Change::changeId).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean concerns(Set<String> concerned, Listener who) {
        return !concerned.isEmpty()
                && (concerned.contains(UnreadCounts.person(who.subject()))
                        || Recipients.of(who).stream().anyMatch(concerned::contains));
    }
}
