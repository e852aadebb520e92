package coop.parasol.quality.switching;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a discontinued producer has changed, so that its batches may be inspected again. */
@Entity
public class CorrectiveAction extends PanacheEntityBase {

    /** ANNOUNCED -> ACCEPTED, or ANNOUNCED -> REFUSED; the producer may announce another then. */
    public enum State {
        ANNOUNCED,
        ACCEPTED,
        REFUSED
    }

    @Id
    public UUID id;

    public UUID memberId;
    public String product;
    public String cause;
    public String action;

    @Enumerated(EnumType.STRING)
    public State state;

    public String announcedBy;
    public Instant announcedAt;
    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;
    public @Nullable String reason;

    static Optional<CorrectiveAction> lock(UUID id) {
        return CorrectiveAction.<CorrectiveAction>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
