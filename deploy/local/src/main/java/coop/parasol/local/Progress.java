package coop.parasol.local;

import java.time.Duration;

/** Prints lines about what happened, each with the seconds since the start. */
final class Progress {

    private final long begin = System.nanoTime();

    synchronized void print(String line) {
        System.out.printf("  [%5.1f s] %s%n", seconds(), line);
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
