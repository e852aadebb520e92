package coop.parasol.portal.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What has changed in the last minute: a page that was made just before its stream was opened misses nothing. */
final class RecentNotices {

    private static final long KEPT_MS = 60_000;
    private static final int MAX = 20_000;

    private final Deque<Dated> kept = new ArrayDeque<>();

    /** From when on everything is known. Until the first event can be heard, nothing is known and nobody told that. */
    private long completeSince;

    private record Dated(long at, Notice notice) {}

    synchronized void add(List<Notice> notices, long now) {
        notices.forEach(notice -> kept.addLast(new Dated(now, notice)));
        while (kept.size() > MAX || (!kept.isEmpty() && kept.getFirst().at() < now - KEPT_MS)) {
            completeSince = Math.max(completeSince, kept.removeFirst().at() + 1);
        }
    }

    /** Events are heard from now on, and none before is known. */
    synchronized void forget(long now) {
        kept.clear();
        completeSince = now;
    }

    /**
     * Offers a stream what has changed since then.
     *
     * @return false if that is not known any more
     */
    synchronized boolean replay(long since, long now, LiveStream stream) {
        if (since < completeSince) {
            return false;
        }
        kept.stream().filter(dated -> dated.at() >= since).forEach(dated -> stream.offer(dated.notice(), now));
        return true;
    }
}
