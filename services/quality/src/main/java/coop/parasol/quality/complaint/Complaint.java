package coop.parasol.quality.complaint;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.persistence.QueryCondition;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partner's complaint of goods of a certified lot (ISO 10002). */
@Entity
public class Complaint extends PanacheEntityBase {

    /** {@code OPEN --> UPHELD}, or {@code OPEN --> DISMISSED}. */
    public enum State {
        OPEN,
        UPHELD,
        DISMISSED
    }

    @Id
    public UUID id;

    public UUID partnerId;
    public UUID batchId;
    public String certificateNumber;
    public UUID memberId;
    public String product;
    public String lot;

    /** how much harm the defect does, as the partner sees it */
    @Enumerated(EnumType.STRING)
    public DefectClass defectClass;

    /** what the partner complains of, in the unit of the certificate */
    public @Nullable BigDecimal quantity;

    public String unit;
    public String description;

    @Enumerated(EnumType.STRING)
    public State state;

    public String reportedBy;
    public Instant reportedAt;

    /** the suspension of the lot that it has started */
    public @Nullable UUID suspensionId;

    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;

    /** of the quality desk, for the partner and the producer */
    public @Nullable String answer;

    @Nullable Quantity affected() {
        return quantity == null ? null : new Quantity(quantity, unit);
    }

    static Optional<Complaint> lock(UUID id) {
        return Complaint.<Complaint>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Whether there is a complaint of this id about a lot of a producer. */
    public static boolean isAbout(UUID id, UUID memberId) {
        return count("id = ?1 and memberId = ?2", id, memberId) > 0;
    }

    /**
     * Whose complaints, and which.
     *
     * @param partnerId of one partner, {@code null} for all
     * @param memberId about lots of one producer, {@code null} for all
     * @param state in one state, {@code null} for any
     */
    record Filter(
            @Nullable UUID partnerId,
            @Nullable UUID memberId,
            @Nullable State state) {}

    /** The newest first. */
    static List<Complaint> newest(Filter filter, UUID before, int maxRows) {
        QueryCondition condition = new QueryCondition("id < ?1", before)
                .and("partnerId =", filter.partnerId())
                .and("memberId =", filter.memberId())
                .and("state =", filter.state());
        return Complaint.<Complaint>find(condition.orderedBy("id desc"), condition.values())
                .range(0, maxRows - 1)
                .list();
    }
}
