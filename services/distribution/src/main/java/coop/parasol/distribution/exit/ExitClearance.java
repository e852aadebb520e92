package coop.parasol.distribution.exit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member that leaves, as far as distribution has to clear it. */
@Entity
public class ExitClearance extends PanacheEntityBase {

    /** OPEN until distribution has cleared the member (CLEARED), or the member stays (WITHDRAWN). */
    public enum State {
        OPEN,
        CLEARED,
        WITHDRAWN
    }

    @Id
    public UUID exitId;

    public UUID memberId;

    @Enumerated(EnumType.STRING)
    public State state;

    /** When the exit became binding, and with it what the member has chosen for its goods; null before. */
    public @Nullable Instant boundAt;

    /** How many of the member's batches quality ever certified; null until quality has cleared it. */
    public @Nullable Long batchesCertified;

    public @Nullable Instant clearedAt;

    static ExitClearance lock(UUID exitId) {
        return ExitClearance.<ExitClearance>find("exitId", exitId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /** The open exits of members, locked until the transaction ends. */
    static List<ExitClearance> lockOpen(Collection<UUID> memberIds) {
        return ExitClearance.<ExitClearance>find("memberId in ?1 and state = ?2 order by exitId", memberIds, State.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Whose exit it is, read before the case itself because the member's products are locked first. */
    static Optional<UUID> memberOf(UUID exitId) {
        return getEntityManager()
                .createQuery("select e.memberId from ExitClearance e where e.exitId = :id", UUID.class)
                .setParameter("id", exitId)
                .getResultStream()
                .findFirst();
    }

    /** In the order of their ids. */
    static List<ExitClearance> page(UUID after, int maxRows) {
        return ExitClearance.<ExitClearance>find("exitId > ?1 order by exitId", after)
                .range(0, maxRows - 1)
                .list();
    }
}
