package coop.parasol.production.member;

import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
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

    /** by which the firm goes; absent once it was erased */
    public @Nullable String name;

    @Enumerated(EnumType.STRING)
    public State state;

    /** the exit it leaves with; absent while it is active */
    public @Nullable UUID exitId;

    public long openCommitments;
    public long batchesReported;

    /** changes of its reported batches that quality has not answered */
    public long openChanges;

    /** the exit that it is cleared for */
    public @Nullable UUID clearedExitId;

    /** Whether production has cleared the exit with which it leaves: it reports and changes nothing any more. */
    public boolean isCleared() {
        return state == State.LEAVING && Objects.equals(exitId, clearedExitId);
    }

    /** Whether there is such a member, and it has not left. */
    public static boolean isNotLeft(UUID id) {
        return Member.count("id = ?1 and state <> ?2", id, State.LEFT) > 0;
    }

    /** The member, locked to the end of the transaction, so that its decisions are taken one after another. */
    public static Optional<Member> lock(UUID id) {
        return Member.<Member>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Those of the members that nobody else has locked, locked in the order of their ids. */
    public static List<Member> lockUnlocked(Collection<UUID> ids) {
        return Member.<Member>find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .list();
    }

    /** The member and all other firms of its owner, locked in the order of their ids; empty if there is no such member. */
    public static List<Member> lockFirmsOfOwner(UUID id) {
        return lockFirmsOfOwnerAnd(id, id);
    }

    /** The same, and another member. */
    public static List<Member> lockFirmsOfOwnerAnd(UUID id, UUID other) {
        return Member.<Member>find(
                        "ownerId = (select own.ownerId from Member own where own.id = ?1) or id = ?1 or id = ?2 order by id",
                        id,
                        other)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** These members, locked in the order of their ids. */
    public static List<Member> lockAll(Collection<UUID> ids) {
        return Member.<Member>find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of these that are active. */
    public static List<UUID> activeAmong(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : Member.find(
                                "select member.id from Member member where member.id in ?1 and member.state = ?2 order by"
                                        + " member.id",
                                ids,
                                State.ACTIVE)
                        .project(UUID.class)
                        .list();
    }

    /** How many of these are active. */
    public static long countActive(Collection<UUID> ids) {
        return ids.isEmpty() ? 0 : Member.count("id in ?1 and state = ?2", ids, State.ACTIVE);
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
