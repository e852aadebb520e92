package coop.parasol.pricing.advance;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What was decided about advances, as it is shown to producers and desks. */
@ApplicationScoped
class Advances {

    /** Decided, and waiting since it was certified. */
    private static final String ROWS = """
            select id as advance_id, member_id, batch_id, product, grade, period, outcome, unit, quantity, rate,
                   unit_price, price_base, amount, recovered, declared_due, decided_at
              from advance where id < :before and (cast(:member as uuid) is null or member_id = :member)
            union all
            select w.id, w.member_id, w.batch_id, w.product, w.grade, c.period,
                   case when exists (select from counted_commitment other
                                      where (other.member_id, other.product, other.period) = (c.member_id, c.product, c.period))
                        then 'NOT_COUNTED' else 'AWAITS_COUNT' end,
                   w.unit, 0, w.rate, null, null, cast(0 as bigint), cast(0 as bigint), cast(0 as bigint), w.certified_at
              from advance_waiting w left join commitment c on c.commitment_id = w.commitment_id
             where w.id < :before and (cast(:member as uuid) is null or w.member_id = :member)
             order by advance_id desc limit :maxRows
            """;

    private final Jdbi jdbi;
    private final FirmCurrency currency;

    Advances(Jdbi jdbi, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.currency = currency;
    }

    /**
     * What was decided about the goods of a batch, or that it waits for what counts of its commitment. Where that is fixed for other
     * grades of the week and not for its own, nothing counts of it.
     *
     * @param advanceId changes when a batch that waits is decided
     * @param period week of the commitment that they were made for; absent for none
     * @param quantity that got an advance; nothing unless it was granted
     * @param rate in basis points
     * @param unitPrice the lowest that any tier paid when the batch was certified; absent for none
     * @param recovered what settlements have deducted
     * @param declaredDue what no settlement deducts any more since goods will not be settled: not paid out, or owed in the books
     * @param outstanding what is neither of the two
     * @param decidedAt when it was decided, or certified where it waits
     */
    record AdvanceView(
            UUID advanceId,
            UUID memberId,
            UUID batchId,
            String product,
            String grade,
            @Nullable String period,
            Outcome outcome,
            Quantity quantity,
            int rate,
            @Nullable UnitPrice unitPrice,
            Money amount,
            Money recovered,
            Money declaredDue,
            Money outstanding,
            Instant decidedAt) {}

    record Row(
            UUID advanceId,
            UUID memberId,
            UUID batchId,
            String product,
            String grade,
            @Nullable String period,
            Outcome outcome,
            String unit,
            BigDecimal quantity,
            int rate,
            @Nullable BigDecimal unitPrice,
            @Nullable Integer priceBase,
            Money amount,
            Money recovered,
            Money declaredDue,
            Instant decidedAt) {

        AdvanceView view(FirmCurrency currency) {
            return new AdvanceView(
                    advanceId,
                    memberId,
                    batchId,
                    product,
                    grade,
                    period,
                    outcome,
                    new Quantity(quantity, unit),
                    rate,
                    unitPrice == null || priceBase == null ? null : currency.unitPrice(unitPrice, priceBase),
                    amount,
                    recovered,
                    declaredDue,
                    amount.minus(recovered).minus(declaredDue),
                    decidedAt);
        }
    }

    /** Sums over all advances of a member. */
    record Sums(Money granted, Money recovered, Money declaredDue) {}

    /** Newest first, of one member or, with null, of all. */
    List<AdvanceView> newestFirst(@Nullable UUID memberId, UUID before, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS)
                .bind("before", before)
                .bindByType("member", memberId, UUID.class)
                .bind("maxRows", maxRows)
                .mapTo(Row.class)
                .map(row -> row.view(currency))
                .list());
    }

    Sums sums(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select cast(coalesce(sum(amount), 0) as bigint) as granted,
                               cast(coalesce(sum(recovered), 0) as bigint) as recovered,
                               cast(coalesce(sum(declared_due), 0) as bigint) as declared_due
                          from advance where member_id = :member
                        """)
                .bind("member", memberId)
                .mapTo(Sums.class)
                .one());
    }
}
