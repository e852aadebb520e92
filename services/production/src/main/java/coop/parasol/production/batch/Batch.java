package coop.parasol.production.batch;

import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import coop.parasol.contracts.ProductionEvent.BatchInput;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.batch.rules.OwnMeasurements.CheckedMeasurement;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Timeouts;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * A batch that a producer has made and reported; quality decides what becomes of it. Its producer and quality's events change
 * different columns of it at the same time, so that only what has changed is written.
 */
@Entity
@DynamicUpdate
public class Batch extends PanacheEntityBase {

    /**
     * REPORTED -> WITHDRAWN by its producer before its sample is drawn; else CERTIFIED or REJECTED; REJECTED -> REWORKED (judged once more: CERTIFIED or REJECTED), SCRAPPED or, released by
     * the quality desk, CERTIFIED; the good part of a sorted batch begins as REWORKED;
     * CERTIFIED -> SUSPENDED -> CERTIFIED (reinstated) or RECALLED; CERTIFIED -> RECALLED or EXPIRED.
     */
    public enum State {
        REPORTED,
        WITHDRAWN,
        CERTIFIED,
        REJECTED,
        REWORKED,
        SCRAPPED,
        SUSPENDED,
        RECALLED,
        EXPIRED
    }

    @Id
    public UUID id;

    public UUID memberId;
    public String product;

    /** the producer's own number as it was written, which it never uses twice however it is written */
    public String lot;

    /** the number's normal form, which the database makes */
    @Column(insertable = false, updatable = false)
    public @Nullable String lotKey;

    public BigDecimal quantity;
    public String unit;
    public LocalDate madeOn;

    /** the last day of sale; absent where the goods do not age */
    public @Nullable LocalDate bestBefore;

    public String route;

    /** by which it was made, in their order; absent where its producer tells none */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public @Nullable ProcessSteps steps;

    public @Nullable UUID commitmentId;

    /** the rejected batch of which it is the good part, after sorting */
    public @Nullable UUID sortedFrom;

    /** Steps by which a batch was made. */
    public record ProcessSteps(List<ProcessStep> all) {

        /** Null for none. */
        static @Nullable ProcessSteps of(List<ProcessStep> steps) {
            return steps.isEmpty() ? null : new ProcessSteps(steps);
        }
    }

    /** Lots that went into a batch. */
    public record InputLots(List<InputLot> all) {}

    /** What a producer has measured of a batch itself. */
    public record Measurements(List<CheckedMeasurement> all) {}

    /** what went into it, as far as its producer says it */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public @Nullable InputLots inputs;

    /** what its producer has measured itself, with the limits of the standard of that day; no auditor goes by it */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public @Nullable Measurements measurements;

    /** the number of the certificate that it got, in its normal form; absent until it is certified */
    public @Nullable String certificateKey;

    @Enumerated(EnumType.STRING)
    public State state;

    public @Nullable String grade;

    /** of a rejection, scrapping, suspension or recall */
    public @Nullable String reason;

    public Instant reportedAt;

    /** whether quality has drawn its sample: what was reported stays */
    public boolean sampleDrawn;

    /** what its producer wants to change of its report, as long as quality has not answered */
    @Enumerated(EnumType.STRING)
    public BatchChange.@Nullable Kind openChange;

    /** A batch that quality has decided about; production has reported it itself, so it is known. */
    static Batch reported(UUID id) {
        return Batch.<Batch>findByIdOptional(id).orElseThrow();
    }

    /** The same for several batches, by their ids. */
    static Map<UUID, Batch> reported(Collection<UUID> ids) {
        return Batch.<Batch>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(batch -> batch.id, Function.identity()));
    }

    /** In the order they were reported, of one member or, with null, of all. */
    static List<Batch> inOrder(@Nullable UUID memberId, UUID after, int maxRows) {
        return (memberId == null
                        ? Batch.<Batch>find("id > ?1 order by id", after)
                        : Batch.<Batch>find("memberId = ?1 and id > ?2 order by id", memberId, after))
                .range(0, maxRows - 1)
                .list();
    }

    /** The producer of a batch, without loading the batch. */
    static Optional<UUID> ownerOf(UUID id) {
        return Batch.find("select batch.memberId from Batch batch where batch.id = ?1", id)
                .project(UUID.class)
                .singleResultOptional();
    }

    /**
     * The batch: locked to the end of the transaction as long as it can be changed; else as it is, for it stays as it was reported.
     * Empty while quality's events of it are handled, for which nobody waits who has locked its producer: they may lock producers next.
     */
    static Optional<Batch> lockIfChangeable(UUID id) {
        boolean stays = Batch.count("id = ?1 and (sampleDrawn = true or state <> ?2)", id, State.REPORTED) > 0;
        return stays
                ? Optional.of(reported(id))
                : Batch.<Batch>find("id", id)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .withHint(HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                        .singleResultOptional();
    }

    /** The batch, locked to the end of the transaction. */
    static Optional<Batch> lock(UUID id) {
        return Batch.<Batch>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Whether its producer may still change it, as far as it is known here; quality, which draws its sample, decides. */
    boolean isChangeable() {
        return state == State.REPORTED && !sampleDrawn && openChange == null;
    }

    List<ProcessStep> processSteps() {
        return steps == null ? List.of() : steps.all();
    }

    List<InputLot> inputLots() {
        return inputs == null ? List.of() : inputs.all();
    }

    /** What events say of what went into it; null for nothing. */
    @Nullable List<BatchInput> toldInputs() {
        return inputs == null ? null : inputs.all().stream().map(InputLot::told).toList();
    }

    List<CheckedMeasurement> measured() {
        return measurements == null ? List.of() : measurements.all();
    }

    Quantity made() {
        return new Quantity(quantity, unit);
    }
}
