package coop.parasol.local.season;

import coop.parasol.local.servers.OperatorException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Prints what happens in a season, line by line, and waits for the effects of events. */
final class SeasonLog {

    private static final Duration MAX_WAIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final long begin = System.nanoTime();

    void section(String title) {
        System.out.println();
        System.out.println(title);
    }

    synchronized void line(String line) {
        System.out.printf(
                "  [%5.1f s] %s%n", Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0, line);
    }

    /**
     * Waits until the condition holds.
     *
     * @param what what is waited for, for the message
     * @throws OperatorException if it does not hold within three minutes
     */
    void awaitUntil(String what, BooleanSupplier happened) {
        awaitUntil(what, happened, () -> "");
    }

    /**
     * As {@link #awaitUntil(String, BooleanSupplier)}.
     *
     * @param state describes what is known when the time is over, for the message
     */
    void awaitUntil(String what, BooleanSupplier happened, Supplier<String> state) {
        long end = System.nanoTime() + MAX_WAIT.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new OperatorException(
                        "After " + MAX_WAIT.toSeconds() + " s still waiting for " + what + ". " + state.get()
                                + "\nWhat to do: look at ./parasol status and, for each service, ./parasol dead-letters list <service>.");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperatorException("Interrupted while waiting for " + what + ".", e);
            }
        }
    }
}
