package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A batch that a producer has reported, its sample and what was found. */
@Entity
public class Batch extends PanacheEntityBase {

    /**
     * <pre>
     * (WAITING_FOR_STANDARD ->) SAMPLED -> CERTIFIED
     *                                   -> REJECTED
     * </pre>
     */
    public enum State {
        WAITING_FOR_STANDARD,
        SAMPLED,
        CERTIFIED,
        REJECTED
    }

    /** The plans by which a batch is judged. */
    public record Plans(List<SamplingPlan> plans) {}

    /** Units found defective, per class. */
    public record Defectives(Map<DefectClass, Integer> counts) {}

    @Id
    public UUID id;

    public UUID memberId;
    public String product;
    public String lot;
    public BigDecimal quantity;
    public String unit;
    public @Nullable LocalDate bestBefore;

    @Enumerated(EnumType.STRING)
    public State state;

    public Instant reportedAt;
    public @Nullable Integer standardVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable Plans plans;

    public @Nullable Integer sampleSize;
    public @Nullable Long seed;
    public @Nullable UUID inspectedBy;
    public @Nullable Instant inspectedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable Defectives defectives;

    public @Nullable String remarks;
    public @Nullable String grade;
    public @Nullable String certificateNumber;
    public @Nullable String reason;

    static Optional<Batch> lock(UUID id) {
        return Batch.<Batch>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    public Quantity reported() {
        return new Quantity(quantity, unit);
    }

    /** Units that can be inspected: what is measured counts by the whole unit, a part of one as one. */
    long lotSize() {
        return quantity.setScale(0, RoundingMode.UP).longValueExact();
    }
}
