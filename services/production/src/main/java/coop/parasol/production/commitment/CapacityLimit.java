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
 * A producer commits at most what it has declared that it could make of the product in the week, in all grades and by all routes
 * together; it declares more first. It declares a quantity, or in its process plan the hours of the work centres that the product takes,
 * or both; whoever has declared neither commits nothing.
 */
@ApplicationScoped
public class CapacityLimit {

    private static final Refusal NOT_DECLARED = new Refusal.InvalidField(
            "quantity.value",
            "capacity-not-declared",
            "You have not declared what you could make of this product in this week; declare it before you commit.");

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
        Optional<Quantity> quantity = Capacity.declaredFor(memberId, product, week);
        if (quantity.isEmpty() && !processLimit.bounds(memberId, product)) {
            return Optional.of(NOT_DECLARED);
        }
        return quantity.filter(declared ->
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
