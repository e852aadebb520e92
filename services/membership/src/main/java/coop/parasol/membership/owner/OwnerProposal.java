package coop.parasol.membership.owner;

import coop.parasol.membership.desk.DeskProposal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That firms have one owner, or that a firm has an owner of its own: a registrar has proposed it, a second person is to approve it.
 */
@Entity
public class OwnerProposal extends DeskProposal {

    /** What a proposal would record about owners, once a second person approves it. */
    public enum Kind {
        /** the firms have one owner */
        ONE_OWNER,
        /** the firm has an owner of its own, and none in common with others any more */
        OWN_OWNER
    }

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** Two or more for one owner, one for an owner of its own. */
    public List<UUID> memberIds = List.of();

    /** What proves it, such as the entry of the register of firms; absent once it was erased. */
    public @Nullable String proof;

    static Optional<OwnerProposal> lock(UUID id) {
        return OwnerProposal.<OwnerProposal>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Proposals made before one of them, whatever became of them, the newest first. */
    static List<OwnerProposal> newest(UUID before, int maxRows) {
        return OwnerProposal.<OwnerProposal>find("id < ?1 order by id desc", before)
                .range(0, maxRows - 1)
                .list();
    }
}
