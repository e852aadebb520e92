package coop.parasol.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the service production, decided by producers: capacity, commitments, batches. */
public sealed interface ProductionEvent extends Event {

    /**
     * A producer declares how much of a product it can make in a week; it replaces an earlier declaration for the same
     * week.
     */
    @Topic("production.capacities")
    record CapacityDeclared(UUID memberId, String product, Period period, Quantity quantity)
            implements ProductionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A producer commits itself to make a quantity of a product in a week, or changes that commitment.
     *
     * @param quantity the whole commitment from now on, not the difference
     * @param route the process steps that the producer has chosen
     * @param grade in which it is to be made; absent in what was decided before commitments had grades
     */
    @Topic("production.commitments")
    record QuantityCommitted(
            UUID commitmentId,
            UUID memberId,
            String product,
            Period period,
            Quantity quantity,
            String route,
            @Nullable String grade)
            implements ProductionEvent {
        @Override
        public String subject() {
            return commitmentId.toString();
        }
    }

    /** The producer has withdrawn its commitment, or it lapsed; nothing more of it is to be expected. */
    @Topic("production.commitments")
    record CommitmentReleased(UUID commitmentId, UUID memberId, String product, Period period)
            implements ProductionEvent {
        @Override
        public String subject() {
            return commitmentId.toString();
        }
    }

    /** Batches of the whole committed quantity have been reported. */
    @Topic("production.commitments")
    record CommitmentFulfilled(UUID commitmentId, UUID memberId, String product, Period period)
            implements ProductionEvent {
        @Override
        public String subject() {
            return commitmentId.toString();
        }
    }

    /**
     * The planning of a week is frozen, and it is fixed what counts of a producer's commitments for it, by the uniform rule
     * (Sprumont 1991): all of them, or as much as the level that is equal for all producers. It is told once for each producer,
     * product, grade and week, also where nothing counts, and again for both when a part of it is handed over to another.
     *
     * @param committed of the grade for the week, by all routes
     * @param counts of it: 0 to {@code committed}
     */
    @Topic("production.counts")
    record CommitmentCounted(
            UUID memberId, String product, String grade, Period period, Quantity committed, Quantity counts)
            implements ProductionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A producer has taken a part of what another, the originator, had committed, and commits it instead. Of what the goods pay that
     * are made for it the originator keeps its share: of the first {@code quantity} units that the taker makes of the product and
     * grade for the week, whichever of its commitments for the week it names, that are not of an earlier part.
     *
     * @param partId of this taking
     * @param commitmentId of the taker, in which the part is
     * @param originatorShare in basis points, by the bylaws of the day on which it was offered
     */
    @Topic("production.commitments")
    record OverflowTaken(
            UUID partId,
            UUID originatorId,
            UUID originatorCommitmentId,
            UUID takerId,
            UUID commitmentId,
            String product,
            String grade,
            Period period,
            Quantity quantity,
            int originatorShare,
            Instant takenAt)
            implements ProductionEvent {
        @Override
        public String subject() {
            return commitmentId.toString();
        }
    }

    /**
     * Inside the freeze, a producer has handed over what counts of its commitment to another, which has accepted it and commits it
     * instead. What counts for each of them from now on is told by CommitmentCounted.
     *
     * @param commitmentId of the member that has accepted it, in which it is
     */
    @Topic("production.commitments")
    record CommitmentHandedOver(
            UUID handoverId,
            UUID fromMemberId,
            UUID fromCommitmentId,
            UUID toMemberId,
            UUID commitmentId,
            String product,
            String grade,
            Period period,
            Quantity quantity)
            implements ProductionEvent {
        @Override
        public String subject() {
            return commitmentId.toString();
        }
    }

    /** Where goods are from that went into a batch. */
    enum InputKind {
        /** a lot of the producer's own */
        OWN,
        /** material that the producer has bought in */
        BOUGHT,
        /** a certified lot of another member */
        MEMBER
    }

    /**
     * Goods that went into a batch, for tracing back and forward (genealogy).
     *
     * @param material what was bought in; absent else
     * @param lot the producer's own, or that on the material; absent where nobody knows it, and for another member's
     * @param batchId the batch that has the lot, as far as one is reported; always there for another member's
     * @param quantity that went into it, in the unit of the lot; absent where its producer has not said it, never of its own lots
     */
    record BatchInput(
            InputKind kind,
            @Nullable String material,
            @Nullable String lot,
            @Nullable UUID batchId,
            @Nullable Quantity quantity) {}

    /**
     * A producer has made a batch and asks for its certification.
     *
     * @param lot the producer's lot number, unique per producer for ever
     * @param quantity that was made
     * @param madeOn day of manufacture
     * @param bestBefore last day of sale; absent where goods do not age
     * @param route the process steps it was made by
     * @param commitmentId the commitment that it fulfils; absent for none
     * @param reportedAt when it was reported; absent in what was reported before the event said it
     * @param inputs what went into it, as far as its producer says it; absent for nothing
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
            @Nullable UUID commitmentId,
            @Nullable Instant reportedAt,
            @Nullable List<BatchInput> inputs)
            implements ProductionEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * A producer wants to say otherwise what it has reported of a batch. Quality answers by BatchChangeAnswered: it takes it as long as
     * it has drawn no sample of the batch, and until then nothing has changed.
     *
     * @param changeId of this wish, which the answer names
     * @param quantity that was made
     * @param bestBefore last day of sale; absent where goods do not age
     */
    @Topic("production.batches")
    record BatchCorrectionRequested(
            UUID changeId,
            UUID batchId,
            UUID memberId,
            Quantity quantity,
            @Nullable LocalDate bestBefore) implements ProductionEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * A producer wants to take back the report of a batch. Quality answers by BatchChangeAnswered, as it does to a correction.
     *
     * @param changeId of this wish, which the answer names
     */
    @Topic("production.batches")
    record BatchWithdrawalRequested(UUID changeId, UUID batchId, UUID memberId) implements ProductionEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * What a producer has reported of a batch is corrected, before its sample was drawn: all of it as it is from now on, not the
     * difference. Product, lot and day of the report stay.
     *
     * @param lot the producer's
     * @param quantity that was made
     * @param madeOn day of manufacture
     * @param bestBefore last day of sale; absent where goods do not age
     * @param route the process steps it was made by
     * @param commitmentId the commitment that it fulfils; absent for none
     * @param reportedAt when it was reported
     * @param inputs what went into it, as far as its producer says it; absent for nothing
     */
    @Topic("production.batches")
    record BatchCorrected(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            Quantity quantity,
            LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            String route,
            @Nullable UUID commitmentId,
            Instant reportedAt,
            @Nullable List<BatchInput> inputs)
            implements ProductionEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * The report of a batch is taken back, before its sample was drawn: it counts for no commitment, and is never inspected or sold. Its
     * lot stays used.
     *
     * @param lot the producer's
     */
    @Topic("production.batches")
    record BatchWithdrawn(UUID batchId, UUID memberId, String product, String lot) implements ProductionEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * A leaving member has no open commitment and can report no further batch: the clearance of production for its
     * exit.
     *
     * @param batchesReported how many batches it ever reported; a reader that has handled so many BatchReported of it
     *     has handled all
     */
    @Topic("production.clearances")
    record ProductionCleared(UUID memberId, UUID exitId, long batchesReported) implements ProductionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
