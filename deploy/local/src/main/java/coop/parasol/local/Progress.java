package coop.parasol.local;

import java.time.Duration;

/** Lines for the person who waits: what happened, and how long after the start. */
final class Progress {

    private final long begin = System.nanoTime();

    synchronized void say(String line) {
        System.out.printf("  [%5.1f s] %s%n", seconds(), line);
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
