package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.capacity.Capacity;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * A producer that has declared what it could make of a product in a week commits at most so much, in all grades and by all routes
 * together; it declares more first. Where it has declared nothing, nothing is known that it could be held to. Whoever says in a process
 * plan how many hours its work centres have commits no more than the hours of the week allow.
 */
@ApplicationScoped
public class CapacityLimit {

    private final CommittedQuantities committed;
    private final ProcessLimit processLimit;

    CapacityLimit(CommittedQuantities committed, ProcessLimit processLimit) {
        this.committed = committed;
        this.processLimit = processLimit;
    }

    /**
     * Why a producer cannot commit so much more; empty if it can.
     *
     * @param memberId the producer, locked by the caller
     * @param more by which its commitments for the week would grow; lowering is never refused
     */
    public Optional<Refusal> refusal(UUID memberId, String product, Period week, BigDecimal more) {
        if (more.signum() <= 0) {
            return Optional.empty();
        }
        return Capacity.declaredFor(memberId, product, week)
                .filter(declared ->
                        committed.ofWeek(memberId, product, week).add(more).compareTo(declared.value()) > 0)
                .map(CapacityLimit::overCapacity)
                .or(() -> processLimit.refusal(memberId, product, week, more));
    }

    private static Refusal overCapacity(Quantity declared) {
        return new Refusal.InvalidField(
                "quantity.value",
                "over-capacity",
                "You have declared a capacity of " + declared + " for this week; declare more before you commit more.");
    }
}
