package coop.parasol.messaging;

import java.time.Duration;

/** Exponential backoff: how long to wait before the next attempt. */
final class Backoff {

    private static final int MAX_DOUBLINGS = 20;

    private Backoff() {}

    /**
     * The pause before the next attempt.
     *
     * @param failures in a row so far, at least 1
     * @param first pause, after the first failure; doubled after each further one
     * @param max the longest pause
     */
    static Duration pause(int failures, Duration first, Duration max) {
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return pause.compareTo(max) < 0 ? pause : max;
    }
}
