package coop.parasol.membership.exit;

import coop.parasol.membership.desk.DeskProposal;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bank account that a desk has named for a member that cannot do so itself; it counts when a second person has agreed. */
@Entity
public class BankAccountProposal extends DeskProposal {

    public UUID memberId;

    /** The death or dissolution with which it was recorded. */
    public @Nullable UUID exitId;

    /** Absent once it was erased, as its proof is. */
    public @Nullable String iban;

    /** The account that it has taken the place of. */
    public @Nullable String ibanBefore;

    /** What proves whose account it is: the certificate of inheritance, the register's entry. */
    public @Nullable String proof;

    public static Optional<BankAccountProposal> lock(UUID id) {
        return BankAccountProposal.<BankAccountProposal>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    static Optional<BankAccountProposal> findPending(UUID memberId) {
        return find("memberId = ?1 and state = ?2", memberId, State.PROPOSED).singleResultOptional();
    }
}
