package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.web.SortPlace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A settlement without its payouts, of which a pool has as many as producers. */
record SettlementSummary(
        UUID id,
        UUID poolId,
        String product,
        Period period,
        int number,
        Settlement.State state,
        String draftedBy,
        Instant draftedAt,
        @Nullable String approvedBy,
        @Nullable Instant settledAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        Money receipts,
        int marginShare,
        Money margin,
        Money costs,
        Money carryIn,
        BigDecimal equivalents,
        BigDecimal poolPrice,
        Money paidBefore,
        Money paidOut,
        Money charged,
        Money carryOut) {

    /** @param state of this state only; null for all */
    static List<SettlementSummary> page(Jdbi jdbi, Settlement.@Nullable State state, SortPlace place, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, pool_id, product, period, number, state, drafted_by, drafted_at, approved_by, settled_at,
                               withdrawn_by, withdrawn_at,
                               receipts, margin_share, margin, costs, carry_in, equivalents, pool_price, paid_before,
                               paid_out, charged, carry_out
                          from settlement where %s and (cast(:state as text) is null or state = :state)
                         order by %s limit :maxRows
                        """.formatted(place.condition(), place.order()))
                .bindMap(place.values())
                .bind("state", state)
                .bind("maxRows", maxRows)
                .mapTo(SettlementSummary.class)
                .list());
    }
}
