package coop.parasol.pricing.settlement;

import coop.parasol.pricing.settlement.rules.PoolSettlement.Settled;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A pool of a product that one person proposes to divide and another approves. */
@Entity
public class Settlement extends PanacheEntityBase {

    /** DRAFT -> SETTLED by a second person; a later draft of the product takes the place of an earlier one. */
    public enum State {
        DRAFT,
        SETTLED
    }

    @Id
    public UUID id;

    public String product;
    public String period;
    public long costs;

    @Enumerated(EnumType.STRING)
    public State state;

    public String draftedBy;
    public Instant draftedAt;
    public @Nullable String approvedBy;
    public @Nullable Instant settledAt;
    public long lastReceipt;

    @JdbcTypeCode(SqlTypes.JSON)
    public Settled result;

    /** Newest first and only to be read: without the payouts, of which a pool may have as many as the firm has members. */
    static List<Settlement> heads(UUID before, int fetch) {
        return getSession()
                .createNativeQuery("""
                        select id, product, period, costs, state, drafted_by, drafted_at, approved_by, settled_at, last_receipt,
                               jsonb_set(result, '{payouts}', '[]') as result
                          from settlement where id < ?1 order by id desc limit ?2
                        """, Settlement.class)
                .setParameter(1, before)
                .setParameter(2, fetch)
                .setReadOnly(true)
                .getResultList();
    }

    static Optional<Settlement> lock(UUID id) {
        return Settlement.<Settlement>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
