package coop.parasol.production.sharing;

import coop.parasol.contracts.Period;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a commitment that its producer offers to all members, or to some that it names. Quantities are in the unit of the product. */
@Entity
public class SharedOffer extends PanacheEntityBase {

    /** OPEN -> TAKEN when all of it is taken; OPEN -> WITHDRAWN or, at the freeze of its week, LAPSED with what is left of it. */
    public enum State {
        OPEN,
        TAKEN,
        WITHDRAWN,
        LAPSED
    }

    @Id
    public UUID id;

    /** the originator, who has made the commitment */
    public UUID memberId;

    public UUID commitmentId;
    public String product;
    public String grade;

    /** ISO week */
    public String period;

    public String unit;
    public BigDecimal offered;
    public BigDecimal taken;
    public boolean toAll;

    /** of what a taken part pays, in basis points; as the bylaws were when it was offered */
    public int originatorShare;

    @Enumerated(EnumType.STRING)
    public State state;

    public Instant offeredAt;
    public @Nullable Instant endedAt;

    @Version
    public long version;

    /** The offer, locked to the end of the transaction. */
    static Optional<SharedOffer> lock(UUID id) {
        return SharedOffer.<SharedOffer>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** The open offers of parts of a commitment, locked to the end of the transaction, the newest first. */
    static List<SharedOffer> lockOpen(UUID commitmentId) {
        return SharedOffer.<SharedOffer>find(
                        "commitmentId = ?1 and state = ?2 order by id desc", commitmentId, State.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The member that makes the offer, without loading the offer. */
    static Optional<UUID> originatorOf(UUID id) {
        return SharedOffer.find("select offer.memberId from SharedOffer offer where offer.id = ?1", id)
                .project(UUID.class)
                .singleResultOptional();
    }

    /** The member's offers, the newest first. */
    static List<SharedOffer> newest(UUID memberId, UUID before, int maxRows) {
        return SharedOffer.<SharedOffer>find("memberId = ?1 and id < ?2 order by id desc", memberId, before)
                .range(0, maxRows - 1)
                .list();
    }

    Period week() {
        return Period.parse(period);
    }

    void end(State next, Instant now) {
        if (state != State.OPEN) {
            throw new IllegalStateException(state + " does not become " + next);
        }
        state = next;
        endedAt = now;
    }
}
