package coop.parasol.local.season;

import coop.parasol.local.servers.Trouble;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Tells what happens, line by line, and waits for what the services still have to tell one another. */
final class Story {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final long begin = System.nanoTime();

    void chapter(String title) {
        System.out.println();
        System.out.println(title);
    }

    synchronized void tell(String line) {
        System.out.printf(
                "  [%5.1f s] %s%n", Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0, line);
    }

    /** @throws Trouble if what is waited for does not come */
    void until(String what, BooleanSupplier happened) {
        until(what, happened, () -> "");
    }

    /** @param state what is known when the patience is over */
    void until(String what, BooleanSupplier happened, Supplier<String> state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Trouble("Waited " + PATIENCE.toSeconds() + " s in vain: " + what + ". " + state.get()
                        + "\nWhat to do: ./parasol status says what runs, ./parasol dead-letters list <service> what could"
                        + " not be handled.");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("interrupted", e);
            }
        }
    }
}
