package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.sampling.rules.SampleDraw;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.standard.Standard;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A batch that a producer has reported, its sampling plans, its sample and the decision about it. */
@Entity
public class Batch extends PanacheEntityBase {

    /**
     * The state of a batch. A database trigger allows the same transitions only.
     *
     * <pre>
     * REPORTED  --> SAMPLED | HELD | WITHDRAWN
     * WAITING_FOR_STANDARD --> REPORTED | SAMPLED | HELD | SCRAPPED | WITHDRAWN
     * HELD      --> REPORTED | SAMPLED | SCRAPPED | WITHDRAWN
     * SAMPLED   --> CERTIFIED | REJECTED | HELD | SCRAPPED
     * REJECTED  --> REWORKED | SCRAPPED | CERTIFIED
     * REWORKED  --> CERTIFIED | SCRAPPED
     * CERTIFIED --> SUSPENDED | EXPIRED
     * SUSPENDED --> CERTIFIED | RECALLED
     * EXPIRED   --> RECALLED
     * </pre>
     *
     * REPORTED waits until its producer's time to correct it is over ({@link Batch#sampleDueAt}, absent for at once), HELD until the
     * discontinued inspection of its series is resumed.
     * SAMPLED and REWORKED await an inspection, the second the one re-inspection there is: of a reworked batch, or of the good part of
     * a sorted one. A REJECTED batch is CERTIFIED only if two persons of the quality desk release it. From CERTIFIED on a batch has
     * the state of its certificate; a database trigger sees to it, in the transaction that changes the certificate.
     */
    public enum State {
        REPORTED,
        WAITING_FOR_STANDARD,
        HELD,
        WITHDRAWN,
        SAMPLED,
        CERTIFIED,
        REJECTED,
        REWORKED,
        SCRAPPED,
        SUSPENDED,
        RECALLED,
        EXPIRED;

        public boolean canBecome(State next) {
            return switch (this) {
                case REPORTED -> next == SAMPLED || next == HELD || next == WITHDRAWN;
                case WAITING_FOR_STANDARD -> next == REPORTED || REPORTED.canBecome(next) || next == SCRAPPED;
                case HELD -> next == REPORTED || next == SAMPLED || next == SCRAPPED || next == WITHDRAWN;
                case SAMPLED -> next == HELD || next == CERTIFIED || next == REJECTED || next == SCRAPPED;
                case REJECTED -> next == REWORKED || next == SCRAPPED || next == CERTIFIED;
                case REWORKED -> next == CERTIFIED || next == SCRAPPED;
                case CERTIFIED -> next == SUSPENDED || next == EXPIRED;
                case SUSPENDED -> next == CERTIFIED || next == RECALLED;
                case EXPIRED -> next == RECALLED;
                case WITHDRAWN, SCRAPPED, RECALLED -> false;
            };
        }

        /** Whether an auditor may inspect it. */
        public boolean awaitsInspection() {
            return this == SAMPLED || this == REWORKED;
        }
    }

    /** The sampling plans by which a batch is judged, one per defect class. */
    public record Plans(List<SamplingPlan> plans) {}

    /** Numbers of units in the lot, in ascending order. */
    public record UnitNumbers(List<Long> units) {}

    /** Per defect class what its plan counts: defective units, or defects above AQL 10. */
    public record Defectives(Map<DefectClass, Integer> counts) {}

    private static final int REINSPECTION = 2;

    @Id
    public UUID id;

    public UUID memberId;
    public String product;
    public String lot;

    /** the lot's normal form, which the database makes */
    @Column(insertable = false, updatable = false)
    public @Nullable String lotKey;

    /** the rejected batch of which it is the good part, after sorting */
    public @Nullable UUID sortedFrom;

    /** the lot number of that batch: a recall of it reaches this one too */
    public @Nullable String originLot;

    public BigDecimal quantity;
    public String unit;
    public @Nullable LocalDate bestBefore;

    @Enumerated(EnumType.STRING)
    public State state;

    public Instant reportedAt;
    public @Nullable Instant sampleDueAt;
    public @Nullable Integer standardVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable Plans plans;

    /** 1 for the original inspection, 2 for the re-inspection after a rework */
    public int inspectionNumber = 1;

    /** what was done to it after its rejection */
    public @Nullable String reworkDescription;

    /** units to inspect by the plans in force */
    public @Nullable Integer sampleSize;
    /** units that were drawn for the present inspection: more than the sample if an earlier plan asked for more */
    public @Nullable Integer drawnUnits;

    /** the lot under which the firm sells the goods (GS1 application identifier 10), unique for the product */
    public @Nullable String brandLot;

    /** 32 random bytes by which the sample was drawn, in hexadecimal */
    public @Nullable String seed;

    public @Nullable UUID inspectedBy;
    public @Nullable Instant inspectedAt;

    /** units that an earlier, destructive inspection has used up */
    public int destroyedUnits;
    /** the seed by which those were drawn */
    public @Nullable String destroyedSeed;
    /** whether an auditor has saved or submitted something of the present inspection: its plans stay as they are */
    public boolean inspectionBegun;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable Defectives defectives;

    /** units in which the inspection has found a defect, and which are not sold */
    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable UnitNumbers nonconformingUnits;

    /** whether all required inspections are submitted, but another auditor has a draft that the quality desk has to see first */
    public boolean awaitsDesk;
    /** the decision of the quality desk by which it may not be inspected, because a suspension or recall concerns it */
    public @Nullable UUID suspendedBy;

    public @Nullable String remarks;
    /** the grade that its inspection gave, also if it was rejected */
    public @Nullable String gradeFound;

    public @Nullable String grade;
    public @Nullable String certificateNumber;
    /** of its rejection or scrapping, in English or as a person has written it */
    public @Nullable String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable BatchReason reasonData;

    public static Optional<Batch> lock(UUID id) {
        return Batch.<Batch>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** The quantity that the producer has reported. */
    public Quantity reported() {
        return new Quantity(quantity, unit);
    }

    /** The state on a day: past its last day of sale a batch is not certified any more, whether that is stored already or not. */
    public State stateOn(LocalDate today) {
        return state == State.CERTIFIED && isPastLastDay(today) ? State.EXPIRED : state;
    }

    /** Goes on to the next state; a transition that is not allowed is a bug. */
    void transitionTo(State next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("batch " + id + " does not go from " + state + " to " + next);
        }
        state = next;
    }

    /** Whether the original inspection (1) or the re-inspection (2) has an outcome. */
    public boolean isDecided(int inspection) {
        return inspection < inspectionNumber
                || switch (state) {
                    case REPORTED, WAITING_FOR_STANDARD, HELD, WITHDRAWN, SAMPLED, REWORKED -> false;
                    case CERTIFIED, REJECTED, SCRAPPED, SUSPENDED, RECALLED, EXPIRED -> true;
                };
    }

    /** Unit numbers to inspect, in the order drawn. */
    public List<Long> sampleUnits() {
        return units(Objects.requireNonNull(sampleSize));
    }

    /** The sample and the units that an earlier, larger plan of the present inspection had drawn: their results are taken too. */
    public List<Long> allDrawnUnits() {
        return units(Math.max(Objects.requireNonNull(sampleSize), drawnUnits == null ? 0 : drawnUnits));
    }

    private List<Long> units(int number) {
        Set<Long> destroyed = destroyedSeed == null
                ? Set.of()
                : Set.copyOf(SampleDraw.units(destroyedSeed, numbered(), destroyedUnits));
        return SampleDraw.units(Objects.requireNonNull(seed), numbered(), number, destroyed);
    }

    /** Whether its last day of sale is over, so that it is neither inspected nor certified any more. */
    public boolean isPastLastDay(LocalDate today) {
        return bestBefore != null && today.isAfter(bestBefore);
    }

    /** Whether anything may be entered about it and decided: it awaits an inspection that nothing suspends. */
    public boolean isInspectable(LocalDate today) {
        return state.awaitsInspection() && suspendedBy == null && !isPastLastDay(today);
    }

    /** The inspection has destroyed its sample: no unit of it is drawn or sold any more. */
    void destroySample() {
        destroyedUnits += sampleUnits().size();
        destroyedSeed = seed;
    }

    /** An auditor has saved or submitted something of the present inspection. */
    public void beginInspection() {
        inspectionBegun = true;
    }

    /** @param description what was done to the batch after its rejection */
    void beginReinspection(String description) {
        inspectionNumber = REINSPECTION;
        reworkDescription = description;
        inspectionBegun = false;
        drawnUnits = null;
        awaitsDesk = false;
    }

    /** What would be left to inspect or to sell if its present sample were destroyed, too. */
    BigDecimal withoutSample() {
        return quantity.subtract(BigDecimal.valueOf(destroyedUnits))
                .subtract(BigDecimal.valueOf(Objects.requireNonNull(sampleSize)));
    }

    /** What may be sold of an accepted batch whose inspection destroys nothing. */
    BigDecimal withoutNonconformingUnits() {
        return nonconformingUnits == null
                ? quantity
                : quantity.subtract(
                        BigDecimal.valueOf(nonconformingUnits.units().size()));
    }

    /** Whether inspected units cannot be sold any more. */
    boolean isInspectedDestructively() {
        return standard().specification.destructive();
    }

    /** The plans of a batch that has a sample. */
    public List<SamplingPlan> requirePlans() {
        return Objects.requireNonNull(plans).plans();
    }

    /** The standard by which a batch with a sample is judged. */
    public Standard standard() {
        return Standard.version(product, Objects.requireNonNull(standardVersion));
    }

    /** Units that can be inspected: the lot size of MIL-STD-105E. */
    public long lotSize() {
        return numbered() - destroyedUnits;
    }

    /** Units that were made, numbered from 1; of goods by weight or volume a part of a unit counts as one. */
    private long numbered() {
        return quantity.setScale(0, RoundingMode.UP).longValueExact();
    }
}
