package coop.parasol.distribution.recall;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a partner was sent units of a recalled batch, and what it has answered: open, then acknowledged, then confirmed. */
@Entity
public class RecallNotice extends PanacheEntityBase {

    @Id
    public UUID noticeId;

    public UUID recallId;
    public UUID batchId;
    public UUID partnerId;

    /** Units that had been sent to the partner when they were recalled, those under way included. */
    public BigDecimal quantity;

    /** When the partner has said that it knows of the recall; absent until then. */
    public @Nullable Instant acknowledgedAt;

    public @Nullable String acknowledgedBy;

    /** When the partner has said that what it had left is off sale; absent until then. */
    public @Nullable Instant confirmedAt;

    public @Nullable String confirmedBy;

    /** Units that the partner had left and has taken off sale. */
    public @Nullable BigDecimal withdrawn;

    static Optional<RecallNotice> lock(UUID noticeId) {
        return RecallNotice.<RecallNotice>find("noticeId", noticeId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
