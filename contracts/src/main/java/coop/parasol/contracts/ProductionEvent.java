package coop.parasol.contracts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What producers decide through production: how much they make, and how. */
public sealed interface ProductionEvent extends Event {

    /** What a producer declares it could make of a product in a period. */
    @Topic("production.capacities")
    record CapacityDeclared(UUID memberId, String product, Period period, Quantity quantity)
            implements ProductionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A producer commits a quantity, or changes it.
     *
     * @param quantity the whole commitment from now on, not the difference
     * @param route the process the producer has chosen
     */
    @Topic("production.commitments")
    record QuantityCommitted(
            UUID commitmentId, UUID memberId, String product, Period period, Quantity quantity, String route)
            implements ProductionEvent {
        @Override
        public String subject() {
            return commitmentId.toString();
        }
    }

    /** The producer has taken its commitment back; nothing of it is to be expected. */
    @Topic("production.commitments")
    record CommitmentReleased(UUID commitmentId, UUID memberId, String product, Period period)
            implements ProductionEvent {
        @Override
        public String subject() {
            return commitmentId.toString();
        }
    }

    /** Everything that was committed has been reported. */
    @Topic("production.commitments")
    record CommitmentFulfilled(UUID commitmentId, UUID memberId, String product, Period period)
            implements ProductionEvent {
        @Override
        public String subject() {
            return commitmentId.toString();
        }
    }

    /**
     * A producer has made a batch and asks for its certification.
     *
     * @param lot unique per producer for ever
     * @param bestBefore absent where goods do not age
     * @param commitmentId the commitment it fulfils, if any
     */
    @Topic("production.batches")
    record BatchReported(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            Quantity quantity,
            LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            String route,
            @Nullable UUID commitmentId)
            implements ProductionEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * A leaving member has no open commitment and can report no further batch.
     *
     * @param batchesReported how many batches it ever reported, so that quality knows when it has heard of all of them
     */
    @Topic("production.clearances")
    record ProductionCleared(UUID memberId, UUID exitId, long batchesReported) implements ProductionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
