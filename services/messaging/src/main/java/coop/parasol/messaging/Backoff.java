package coop.parasol.messaging;

import java.time.Duration;

/** How long to wait before the next attempt. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 20;

    private Backoff() {}

    /** The first pause doubled after each failure, up to the longest. */
    static Duration pause(int failures, Duration first, Duration most) {
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(most) < 0 ? pause : most;
    }
}
