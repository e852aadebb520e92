package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** What a producer wants to change of a batch that it has reported. Quality, which draws the sample, answers; until then nothing changes. */
@Entity
public class BatchChange extends PanacheEntityBase {

    /** To say otherwise what was reported, or to take the report back. */
    public enum Kind {
        CORRECTION,
        WITHDRAWAL
    }

    /**
     * All that a correction may change, as it is to be.
     *
     * @param bestBefore the last day of sale; absent where the goods do not age
     */
    public record Content(
            BigDecimal quantity,
            String unit,
            LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            String route,
            Batch.@Nullable ProcessSteps steps,
            @Nullable UUID commitmentId,
            Batch.@Nullable InputLots inputs,
            Batch.@Nullable Measurements measurements) {}

    @Id
    public UUID id;

    public UUID batchId;
    public UUID memberId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** of a correction alone */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public @Nullable Content content;

    /** of quality; absent until it is heard */
    @Enumerated(EnumType.STRING)
    public @Nullable BatchChangeAnswer answer;

    public Instant requestedAt;
    public @Nullable Instant answeredAt;

    /** Changes of a batch, the newest first. */
    static List<BatchChange> newest(UUID batchId, UUID before, int maxRows) {
        return BatchChange.<BatchChange>find("batchId = ?1 and id < ?2 order by id desc", batchId, before)
                .range(0, maxRows - 1)
                .list();
    }
}
