package coop.parasol.production.member;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member firm, as production knows it from the events of membership. */
@Entity
public class Member extends PanacheEntityBase {

    /**
     * ACTIVE -> LEAVING -> LEFT, and back to ACTIVE if the exit is withdrawn. ACTIVE may commit and report; LEAVING may report
     * what it has committed; LEFT may do nothing.
     */
    public enum State {
        ACTIVE,
        LEAVING,
        LEFT
    }

    @Id
    public UUID id;

    /** Who owns the firm: the same for all firms of one owner, its own id where membership has told of none. */
    public UUID ownerId;

    @Enumerated(EnumType.STRING)
    public State state;

    /** the exit it leaves with; absent while it is active */
    public @Nullable UUID exitId;

    public long openCommitments;
    public long batchesReported;

    /** the exit that it is cleared for */
    public @Nullable UUID clearedExitId;

    /** The member, locked to the end of the transaction, so that its decisions are taken one after another. */
    public static Optional<Member> lock(UUID id) {
        return Member.<Member>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Leaving members that have open commitments, in the order of their ids. */
    public static List<UUID> leavingWithOpenCommitments(UUID after, int maxRows) {
        return Member.find(
                        "select member.id from Member member where member.state = ?1 and member.openCommitments > 0"
                                + " and member.id > ?2 order by member.id",
                        State.LEAVING,
                        after)
                .project(UUID.class)
                .range(0, maxRows - 1)
                .list();
    }
}
