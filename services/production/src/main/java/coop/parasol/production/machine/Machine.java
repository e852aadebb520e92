package coop.parasol.production.machine;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A machine of a member, such as a scale, that reports what it has weighed. It can do nothing else, and one call ends it. */
@Entity
public class Machine extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID memberId;

    /** in the producer's own words */
    public String name;

    /** of the token that it has; absent until one was issued, and once it is revoked */
    public @Nullable String tokenDigest;

    public String madeBy;
    public Instant madeAt;
    public @Nullable Instant issuedAt;
    public @Nullable Instant revokedAt;

    /** One of a member's own, locked, so that of issuing and revoking at the same moment the later holds. */
    static Optional<Machine> lockOwn(UUID memberId, UUID id) {
        return Machine.<Machine>find("id = ?1 and memberId = ?2", id, memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** A member's own, in the order in which they were made. */
    static List<Machine> ofMember(UUID memberId, UUID after, int maxRows) {
        return Machine.<Machine>find("memberId = ?1 and id > ?2 order by id", memberId, after)
                .range(0, maxRows - 1)
                .list();
    }

    static long countNotRevoked(UUID memberId) {
        return count("memberId = ?1 and revokedAt is null", memberId);
    }

    /** The machines of a firm are erased with what is personal of it: their names may name people. */
    public static void erase(UUID memberId) {
        delete("memberId", memberId);
    }

    /** As whom its decisions are recorded. */
    String actor() {
        return "machine-" + id;
    }
}
