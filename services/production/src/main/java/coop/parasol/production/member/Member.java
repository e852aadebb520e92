package coop.parasol.production.member;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member firm as production knows it from membership's events. */
@Entity
public class Member extends PanacheEntityBase {

    /** ACTIVE may commit and report; LEAVING may only report what it has committed; LEFT may do nothing. */
    public enum State {
        ACTIVE,
        LEAVING,
        LEFT
    }

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public State state;

    public @Nullable UUID exitId;
    public long openCommitments;
    public long batchesReported;
    public @Nullable UUID clearedExitId;

    /** The member, locked: its decisions are taken one after another. */
    public static Optional<Member> lock(UUID id) {
        return Member.<Member>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
