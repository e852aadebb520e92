package coop.parasol.production.batch;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How much is left of lots that go into others, in the unit of each lot: what was made, less what its producer has used in other
 * batches. Of another member's lot it is what the producer that uses it can have left of all of it; what others have of it is theirs.
 */
final class InputQuantities {

    private final Map<UUID, BigDecimal> left;

    /** @param left of the lots that are named, by their batches; of one that is not here all is left */
    InputQuantities(Map<UUID, BigDecimal> left) {
        this.left = new HashMap<>(left);
    }

    BigDecimal leftOf(Batch lot) {
        return left.computeIfAbsent(lot.id, id -> lot.quantity);
    }

    /** From now on so much less is left. */
    void use(Collection<InputLot> inputs) {
        for (InputLot input : inputs) {
            if (input.batchId() != null && input.quantity() != null) {
                left.merge(input.batchId(), input.quantity().value().negate(), BigDecimal::add);
            }
        }
    }
}
