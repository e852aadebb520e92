package coop.parasol.membership.colleague;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account of a person whom a member has invited, and from when until when the person could act for the member. Name and address are
 * known to Keycloak alone; once it has forgotten them, this says for which member the account has decided what it did.
 */
@Entity
public class Colleague extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID memberId;

    /** Keycloak's id of the account, which each of the person's decisions names. */
    public UUID subject;

    public String invitedBy;
    public Instant invitedAt;

    /** When the last invitation was mailed; absent while none could be. */
    public @Nullable Instant mailedAt;

    /** When the last password for a first sign-in was issued, by Keycloak's clock; absent if none was. */
    public @Nullable Instant oneTimePasswordAt;

    public @Nullable String removedBy;
    public @Nullable Instant removedAt;

    @Version
    public long version;

    static Optional<Colleague> lock(UUID memberId, UUID id) {
        return Colleague.<Colleague>find("memberId = ?1 and id = ?2", memberId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Whether Keycloak's account is one of these already. */
    static boolean isKnown(UUID subject) {
        return count("subject", subject) > 0;
    }

    /** How many the member has now. */
    static long countOf(UUID memberId) {
        return count("memberId = ?1 and removedAt is null", memberId);
    }

    /** The newest first, those that were removed as well. */
    static List<Colleague> newest(UUID memberId, UUID before, int maxRows) {
        return Colleague.<Colleague>find("memberId = ?1 and id < ?2 order by id desc", memberId, before)
                .range(0, maxRows - 1)
                .list();
    }
}
