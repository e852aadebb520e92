package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Period;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Final closings of pools, proposed by one person of the pricing desk and approved by another. */
@ApplicationScoped
class PoolClosings {

    private static final String COLUMNS = """
            select id as closing_id, pool_id, product, period, state, proposed_by, proposed_at, approved_by, closed_at,
                   withdrawn_by, withdrawn_at
              from pool_closing
            """;

    private final Jdbi jdbi;

    PoolClosings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** PROPOSED -> CLOSED by a second person, or WITHDRAWN. */
    public enum State {
        PROPOSED,
        CLOSED,
        WITHDRAWN
    }

    /** A decision to close a pool finally, or a proposal of one. */
    public record PoolClosing(
            UUID closingId,
            UUID poolId,
            String product,
            Period period,
            State state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String approvedBy,
            @Nullable Instant closedAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt) {}

    /**
     * A closed pool.
     *
     * @param dividedBy the settlement that has divided it last
     * @param goodsDigest of the goods that it has divided; absent while there is something that it has not
     */
    record ClosedPool(
            UUID poolId,
            Period period,
            UUID dividedBy,
            @Nullable String goodsDigest) {}

    /** Stores a proposal; the caller has locked the product's pools. */
    UUID propose(UUID poolId, String product, Period period, String actor, Instant now) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into pool_closing (id, pool_id, product, period, state, proposed_by, proposed_at)
                        values (:id, :pool, :product, :period, 'PROPOSED', :actor, :now)
                        """)
                .bind("id", id)
                .bind("pool", poolId)
                .bind("product", product)
                .bind("period", period)
                .bind("actor", actor)
                .bind("now", now)
                .execute());
        return id;
    }

    Optional<PoolClosing> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "where id = :id")
                .bind("id", id)
                .mapTo(PoolClosing.class)
                .findOne());
    }

    /** The closing of a pool, or the proposal of one; empty where there is none or it was withdrawn. */
    Optional<PoolClosing> ofPool(String product, Period period) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + "where product = :product and period = :period and state <> 'WITHDRAWN'")
                .bind("product", product)
                .bind("period", period)
                .mapTo(PoolClosing.class)
                .findOne());
    }

    /** The pools of a product that are closed, the oldest week first. */
    List<ClosedPool> closed(String product) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select pool_id, period, divided_by, goods_digest from pool_closing
                         where product = :product and state = 'CLOSED' order by period
                        """)
                .bind("product", product)
                .mapTo(ClosedPool.class)
                .list());
    }

    /** A second person has approved it. */
    void close(UUID id, String actor, Instant now, UUID lastSettlement, @Nullable String goodsDigest) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update pool_closing
                           set state = 'CLOSED', approved_by = :actor, closed_at = :now, divided_by = :settlement,
                               goods_digest = :digest
                         where id = :id
                        """)
                .bind("id", id)
                .bind("actor", actor)
                .bind("now", now)
                .bind("settlement", lastSettlement)
                .bindByType("digest", goodsDigest, String.class)
                .execute());
    }

    /** A settlement has divided what was new of a closed pool. */
    void divided(UUID poolId, UUID settlementId, @Nullable String goodsDigest) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update pool_closing set divided_by = :settlement, goods_digest = :digest
                         where pool_id = :pool and state = 'CLOSED'
                        """)
                .bind("pool", poolId)
                .bind("settlement", settlementId)
                .bindByType("digest", goodsDigest, String.class)
                .execute());
    }

    void withdraw(UUID id, String actor, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update pool_closing set state = 'WITHDRAWN', withdrawn_by = :actor, withdrawn_at = :now where id = :id
                        """)
                .bind("id", id)
                .bind("actor", actor)
                .bind("now", now)
                .execute());
    }

    /** @param state of this state only; null for all */
    List<PoolClosing> newestFirst(@Nullable State state, UUID before, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        where id < :before and (cast(:state as text) is null or state = :state) order by id desc limit :maxRows
                        """)
                .bind("before", before)
                .bind("state", state)
                .bind("maxRows", maxRows)
                .mapTo(PoolClosing.class)
                .list());
    }
}
