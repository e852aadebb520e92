package coop.parasol.distribution.order;

import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.Submission;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An order that waits to be decided, until its time is over; whoever has placed it waits for the outcome. */
final class UndecidedOrder {

    private static final Duration MAX_WAIT = Duration.ofSeconds(20);

    private final Submission order;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final long end = System.nanoTime() + MAX_WAIT.toNanos();

    UndecidedOrder(Submission order) {
        this.order = order;
    }

    Submission order() {
        return order;
    }

    UUID partnerId() {
        return order.request().partnerId();
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /** How long it may still wait; negative where its time is over. */
    Duration timeLeft() {
        return Duration.ofNanos(end - System.nanoTime());
    }
}
