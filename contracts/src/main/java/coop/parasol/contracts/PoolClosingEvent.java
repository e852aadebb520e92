package coop.parasol.contracts;

import coop.parasol.contracts.PricingEvent.OriginatorShareLine;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events of the service pricing about the final closing of pools, and what is paid of closed pools afterwards. */
public sealed interface PoolClosingEvent extends Event {

    /**
     * A pool as all its settlements together have divided it: {@code payouts + carryOut = receipts - margin - costs + carryIn}.
     *
     * @param receipts what partners have paid for the pool's goods, net of tax
     * @param margin what the firm keeps of them
     * @param costs of selling, all items of all settlements
     * @param carryIn what the product had carried when the pool was settled first; negative if pools before fell short
     * @param equivalents quantity of the pool, paid or not, in units of the first grade
     * @param price of a unit of the first grade, rounded to eight decimals for show: no amount is computed from it
     * @param payouts what all producers have been paid of it, less what was charged to them
     */
    record PoolTotal(
            Money receipts,
            Money margin,
            Money costs,
            Money carryIn,
            BigDecimal equivalents,
            UnitPrice price,
            Money payouts,
            Money carryOut) {}

    /**
     * Two persons of the pricing desk have closed a pool finally: it has no supplement any more. What partners still pay for its goods,
     * and recalls of them, are divided by its own rule within the product's next settlement (PoolSettledV2, {@code late}).
     *
     * @param closingId of this decision; a pool is closed once
     * @param settlementId the pool's last settlement
     * @param total of all its settlements
     */
    @Topic("pricing.settlements")
    record PoolClosed(
            UUID closingId,
            UUID poolId,
            String product,
            Period period,
            UUID settlementId,
            PoolTotal total,
            Instant closedAt)
            implements PoolClosingEvent {
        @Override
        public String subject() {
            return poolId.toString();
        }
    }

    /**
     * What the settlement of a pool divides of another one of the product that is closed finally: {@code payouts - charges + carryOut =
     * receipts - margin + carryIn}.
     *
     * @param poolId of the closed pool
     * @param period of the closed pool
     * @param receipts what has come in for its goods since it was divided last; negative where goods were recalled
     * @param margin what the firm keeps of it, by the rate of the closed pool
     * @param carryIn the closed pool's remainder when it was divided last
     * @param payouts to its producers, before advances
     * @param charges what producers owe because goods of theirs that were paid have been recalled
     * @param total of the closed pool over all that was ever divided of it
     */
    record LatePool(
            UUID poolId,
            Period period,
            Money receipts,
            Money margin,
            Money carryIn,
            Money payouts,
            Money charges,
            Money carryOut,
            PoolTotal total) {}

    /**
     * A producer's part of what a settlement divides of a closed pool.
     *
     * @param poolId of the closed pool
     * @param lines one a grade, computed anew over all the closed pool's goods and all its receipts
     * @param earned of the closed pool, as in PayoutStatedV2
     * @param paidBefore what was paid of it until now, by its own settlements and by later ones
     * @param gross {@code earned - paidBefore}, or nothing if that is negative
     * @param charged what it was paid too much because goods of its own were recalled
     * @param shares of originators that it keeps or leaves
     */
    record LatePart(
            UUID poolId,
            Period period,
            List<PayoutLineV2> lines,
            Money earned,
            Money paidBefore,
            Money gross,
            Money charged,
            List<OriginatorShareLine> shares) {}
}
