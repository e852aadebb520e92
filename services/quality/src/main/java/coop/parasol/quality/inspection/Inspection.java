package coop.parasol.quality.inspection;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.inspection.rules.UnitResult;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one auditor enters about one batch. The auditor's device makes the id, so that sending it twice is once. */
@Entity
public class Inspection extends PanacheEntityBase {

    /** DRAFT -> SUBMITTED; a trigger keeps what is submitted from changing. */
    public enum State {
        DRAFT,
        SUBMITTED
    }

    /**
     * What was entered.
     *
     * @param inspected units looked at, with counts
     * @param defectives counts per class
     * @param results instead of counts, unit by unit
     */
    public record Content(
            @Nullable Integer inspected,
            @Nullable Map<DefectClass, Integer> defectives,
            @Nullable List<UnitResult> results,
            @Nullable String grade,
            @Nullable String remarks) {}

    @Id
    public UUID id;

    public UUID batchId;
    public UUID auditorId;

    /** of the batch: 1, or 2 for its re-inspection */
    public int attempt;

    @JdbcTypeCode(SqlTypes.JSON)
    public Content content;

    public Instant savedAt;
    public @Nullable Instant submittedAt;

    @Version
    public long version;

    State state() {
        return submittedAt == null ? State.DRAFT : State.SUBMITTED;
    }

    public static Optional<Inspection> of(UUID batchId, int attempt, UUID auditorId) {
        return find("batchId = ?1 and attempt = ?2 and auditorId = ?3", batchId, attempt, auditorId)
                .singleResultOptional();
    }

    /** Whether an auditor has begun to inspect a batch, now or before its rework. */
    public static boolean isAny(UUID batchId, UUID auditorId) {
        return count("batchId = ?1 and auditorId = ?2", batchId, auditorId) > 0;
    }

    static List<Inspection> submitted(UUID batchId, int attempt) {
        return list("batchId = ?1 and attempt = ?2 and submittedAt is not null order by submittedAt", batchId, attempt);
    }

    /** All of a batch, at most two auditors' of at most two attempts. */
    static List<Inspection> of(UUID batchId) {
        return list("batchId = ?1 order by attempt, savedAt", batchId);
    }
}
