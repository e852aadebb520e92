package coop.parasol.pricing.pricelist;

import coop.parasol.persistence.QueryCondition;
import coop.parasol.web.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prices and grade differentials that one person of the pricing desk drafts and another publishes. */
@Entity
public class PriceList extends PanacheEntityBase {

    /** DRAFT -> PUBLISHED by a second person, or DRAFT -> WITHDRAWN. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public State state;

    public String draftedBy;
    public Instant draftedAt;

    /** Why prices of it are below the standard cost; absent where none is. */
    public @Nullable String belowCostReason;

    public @Nullable String approvedBy;
    public @Nullable Instant publishedAt;
    public @Nullable String withdrawnBy;
    public @Nullable Instant withdrawnAt;

    /** The list, locked to the end of the transaction. */
    static Optional<PriceList> lock(UUID id) {
        return PriceList.<PriceList>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /**
     * Newest first.
     *
     * @param state of this state only; null for all
     */
    static List<PriceList> newestFirst(@Nullable State state, UUID before, int maxRows) {
        QueryCondition condition = new QueryCondition("id < ?1", before).and("state =", state);
        return PriceList.<PriceList>find(condition.orderedBy("id desc"), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    /** Why the list can be neither published nor withdrawn; empty for a draft. */
    Optional<Refusal> refusalUnlessDraft() {
        return state == State.DRAFT
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict("not-a-draft", "The price list is " + state + "."));
    }

    /** A draft is not to be published any more; the list stays readable. Otherwise why it cannot be withdrawn. */
    Optional<Refusal> withdraw(String actor, Instant at) {
        Optional<Refusal> refusal = refusalUnlessDraft();
        if (refusal.isEmpty()) {
            state = State.WITHDRAWN;
            withdrawnBy = actor;
            withdrawnAt = at;
        }
        return refusal;
    }
}
