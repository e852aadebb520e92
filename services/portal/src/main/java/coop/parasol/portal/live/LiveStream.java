package coop.parasol.portal.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One browser's stream. What changes is gathered until the browser takes it, each thing once, so that a slow reader costs no more
 * than a bounded set.
 */
final class LiveStream {

    /** Of more things than these it is said only which kinds they are. */
    private static final int MAX_NAMED = 50;

    private static final long BEAT_MS = 15_000;
    private static final long PATIENCE_MS = 45_000;

    private final Listener who;
    private final MultiEmitter<? super LiveMessage> out;
    private final Set<String> pending = new LinkedHashSet<>();
    private @Nullable String unread;
    private long unreadAt;
    private boolean toldUnread;
    private long lastSent;
    private long changedAt;

    LiveStream(Listener who, MultiEmitter<? super LiveMessage> out, long now) {
        this.who = who;
        this.out = out;
        // so that the first message says at once that the stream is open
        this.lastSent = now - BEAT_MS;
    }

    Listener who() {
        return who;
    }

    /** Keeps a change to be told, if it concerns the listener. */
    synchronized void offer(Notice notice, long at) {
        if (notice.audience().includes(who)) {
            Change change = notice.change();
            pending.add(
                    pending.size() < MAX_NAMED ? change.text() : change.ofAny().text());
            changedAt = at;
        }
    }

    /** Keeps how many notices the listener has not read, to be told after what has changed. */
    synchronized void offerUnread(String number, long countedAt) {
        unread = number;
        unreadAt = countedAt;
        toldUnread = true;
    }

    /** Whether a number of notices was offered since the stream was opened. */
    synchronized boolean wasToldUnread() {
        return toldUnread;
    }

    /** Tells the browser to read all again. */
    synchronized void offerEverything(long at) {
        pending.add(Change.EVERYTHING);
        changedAt = at;
    }

    /**
     * Sends what is there to be sent, if the browser has taken what was sent before.
     *
     * @return false if it has taken nothing for too long, or its sign-in has to be looked at again
     */
    synchronized boolean flush(long now) {
        if (now >= who.until().toEpochMilli()) {
            return false;
        }
        if (out.requested() == 0) {
            return now - lastSent < PATIENCE_MS;
        }
        if (!pending.isEmpty()) {
            String changes = pending.stream().collect(Collectors.joining(" "));
            pending.clear();
            send(new LiveMessage(LiveMessage.CHANGES, changedAt, changes), now);
        } else if (unread != null) {
            send(new LiveMessage(LiveMessage.UNREAD, unreadAt, unread), now);
            unread = null;
        } else if (now - lastSent >= BEAT_MS) {
            send(new LiveMessage(LiveMessage.BEAT, now, ""), now);
        }
        return true;
    }

    private void send(LiveMessage message, long now) {
        lastSent = now;
        out.emit(message);
    }

    void end() {
        out.complete();
    }
}
