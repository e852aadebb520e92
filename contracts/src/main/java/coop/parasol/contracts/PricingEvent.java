package coop.parasol.contracts;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.PoolClosingEvent.LatePart;
import coop.parasol.contracts.PoolClosingEvent.LatePool;
import coop.parasol.contracts.PoolClosingEvent.PoolTotal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the service pricing: prices that partners pay, and what producers are paid from the pools. */
public sealed interface PricingEvent extends Event {

    /**
     * Two persons of the pricing desk have approved a price. It is never changed; a later one supersedes it. It is for a tier, for
     * a group of partners or for one partner: exactly one of the three is present.
     *
     * @param tier of partners that the price is for, such as {@code RETAIL}
     * @param partnerGroup of partners that the price is for, such as {@code NORTHERN-CHAIN}
     * @param partnerId the one partner that the price was agreed with
     * @param minimumQuantity quantity of an order line from which on the price applies
     * @param unitPrice net price of one unit of the product's standard, or of 100 or 1,000 of them
     * @param validFrom when it begins to apply
     * @param validUntil when it ceases to apply; absent where that is open
     */
    @Topic("pricing.prices")
    record PricePublished(
            UUID priceId,
            String product,
            String grade,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable UUID partnerId,
            Quantity minimumQuantity,
            UnitPrice unitPrice,
            Instant validFrom,
            @Nullable Instant validUntil)
            implements PricingEvent {
        @Override
        public String subject() {
            return product;
        }
    }

    /**
     * The first version of {@code PoolSettledV2}: a pool was what had been paid up to a week and was in no earlier pool.
     *
     * @param settlementId this settlement; a pool is settled again when more is paid for its goods
     * @param poolId the pool of the product and period
     * @param receipts what partners paid for the goods
     * @param margin what the firm keeps
     * @param costs of selling, itemised at the settlement
     * @param carryIn remainder of the product's last pool; less than one minor unit a producer's line
     * @param payouts to all producers, before advances
     * @param carryOut remainder that goes into the next pool
     * @param producers how many PayoutStated belong to it
     */
    @Topic("pricing.settlements")
    record PoolSettled(
            UUID settlementId,
            UUID poolId,
            String product,
            Period period,
            Money receipts,
            Money margin,
            Money costs,
            Money carryIn,
            Money payouts,
            Money carryOut,
            int producers)
            implements PricingEvent, Superseded<PoolSettledV2> {
        @Override
        public String subject() {
            return poolId.toString();
        }

        @Override
        public PoolSettledV2 upgraded() {
            return new PoolSettledV2(
                    settlementId,
                    poolId,
                    product,
                    period,
                    1,
                    receipts,
                    margin,
                    costs,
                    carryIn,
                    payouts,
                    Money.zero(payouts.currency()),
                    carryOut,
                    null,
                    producers,
                    null,
                    null);
        }
    }

    /**
     * Pricing has settled a pool, the members' goods of one product and settlement period, or has paid a supplement to it because
     * more has come in: {@code payouts - charges + carryOut = receipts - margin - costs + carryIn}. Amounts are those of this
     * settlement alone, with what it divides of closed pools; what all settlements of the pool come to is its total. The producers'
     * parts follow as PayoutStatedV2.
     *
     * @param period the week in which partners accepted the goods, or in which they were certified, as the bylaws say
     * @param number which settlement of the pool it is: 1 for the first, then its supplements
     * @param receipts what has come in since the settlement before; negative where goods were recalled
     * @param margin what the firm keeps of it
     * @param costs of selling, itemised at the settlement
     * @param carryIn of the first settlement the remainder of the product's pools before, of a supplement the pool's own
     * @param payouts to all producers, before advances
     * @param charges what producers owe because goods of theirs that were paid have been recalled
     * @param carryOut remainder; less than one minor unit a line unless the pool fell short
     * @param total of all settlements of the pool; absent in what was decided before this was said
     * @param producers how many PayoutStatedV2 belong to it
     * @param figures SHA-256 (hexadecimal) of the pool's published figures (docs/payout-statement.md); absent before there were any
     * @param late what it divides of closed pools of the product, within the amounts above; absent before there were any
     */
    @Topic("pricing.settlements")
    record PoolSettledV2(
            UUID settlementId,
            UUID poolId,
            String product,
            Period period,
            int number,
            Money receipts,
            Money margin,
            Money costs,
            Money carryIn,
            Money payouts,
            Money charges,
            Money carryOut,
            @Nullable PoolTotal total,
            int producers,
            @Nullable String figures,
            @Nullable List<LatePool> late)
            implements PricingEvent {
        @Override
        public String subject() {
            return poolId.toString();
        }
    }

    /**
     * One grade of one producer in a pool: {@code amount} is {@code quantity} times {@code factor} times {@code price},
     * rounded down to the minor unit.
     *
     * @param factor equivalent of one unit of the grade in units of the first grade, from the bylaws
     * @param price for a unit of the first grade, the same for every producer of the pool
     */
    record PayoutLine(String grade, Quantity quantity, BigDecimal factor, Money price, Money amount) {}

    /**
     * The first version of {@code PayoutStatedV2}, whose pool price was rounded to a coin before it was multiplied.
     *
     * @param settlementId the settlement of the pool that it belongs to, as in PoolSettled
     * @param lines one a grade
     * @param gross sum of the lines
     * @param advances paid before and deducted; never more than {@code gross}
     * @param payable {@code gross - advances}
     * @param salesValue what partners paid for this producer's goods: its business volume for patronage
     */
    @Topic("pricing.statements")
    record PayoutStated(
            UUID settlementId,
            UUID poolId,
            UUID memberId,
            String product,
            Period period,
            List<PayoutLine> lines,
            Money gross,
            Money advances,
            Money payable,
            Money salesValue)
            implements PricingEvent, Superseded<PayoutStatedV2> {
        @Override
        public String subject() {
            return memberId.toString();
        }

        @Override
        public PayoutStatedV2 upgraded() {
            return new PayoutStatedV2(
                    settlementId,
                    poolId,
                    memberId,
                    product,
                    period,
                    lines.stream()
                            .map(line -> new PayoutLineV2(
                                    line.grade(),
                                    line.quantity(),
                                    line.factor(),
                                    line.quantity().value().multiply(line.factor()),
                                    line.amount()))
                            .toList(),
                    gross,
                    Money.zero(gross.currency()),
                    gross,
                    Money.zero(gross.currency()),
                    advances,
                    payable,
                    salesValue,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /**
     * One grade of one producer in a pool. {@code earned} is the pool's net receipts times {@code equivalents}, divided by the
     * equivalents of the whole pool, exactly, and only then rounded down to the minor unit.
     *
     * @param quantity the producer's units of the grade in the pool, paid or not
     * @param factor how many units of the first grade a unit of this grade counts for
     * @param equivalents {@code quantity} times {@code factor}
     */
    record PayoutLineV2(String grade, Quantity quantity, BigDecimal factor, BigDecimal equivalents, Money earned) {}

    /**
     * What a producer that has taken a part of another's commitment leaves to it, the originator, of what its goods earn in a pool
     * (overflow sharing, OverflowTaken): the originator's share of the net receipts times the equivalents of these goods, divided by all
     * equivalents, rounded down. It stands in the statements of both.
     *
     * @param commitmentId of the taker, for which the goods were made
     * @param grade in which they were certified
     * @param quantity of them in the pool, paid or not
     * @param equivalents {@code quantity} times the factor of the grade
     * @param originatorShare in basis points
     * @param amount that the taker's earnings are less by, and the originator's more
     */
    record OriginatorShareLine(
            UUID commitmentId,
            UUID originatorId,
            UUID takerId,
            String grade,
            Quantity quantity,
            BigDecimal equivalents,
            int originatorShare,
            Money amount) {}

    /**
     * A producer's part of a settlement of a pool; membership owes it {@code payable}, and it owes the firm {@code charged}.
     *
     * @param settlementId the settlement of the pool that it belongs to, as in PoolSettledV2
     * @param lines one a grade, computed anew over all the pool's goods and all its receipts
     * @param earned sum of the lines, with the shares that it keeps as originator and without those that it leaves to originators, less
     *     what was lost to others by a recall of goods of its own
     * @param paidBefore what earlier settlements of the pool have paid of it
     * @param gross {@code earned - paidBefore}, or nothing if that is negative: nobody is asked back what it was paid; and what
     *     {@code late} adds
     * @param charged what it was paid too much because goods of its own were recalled, those of closed pools included
     * @param advances paid before and deducted; never more than {@code gross}
     * @param payable {@code gross - advances}
     * @param salesValue what partners have paid for this producer's goods since the settlement before, its business volume
     *     for patronage; negative where goods were recalled
     * @param shares of originators that it keeps or leaves, computed anew as the lines are; absent before there were any
     * @param figures as in PoolSettledV2: the lines follow from them
     * @param advanceLines the advances that are deducted or wait for the next settlement; absent before there were any
     * @param late its parts of what the settlement divides of closed pools; absent before there were any
     */
    @Topic("pricing.statements")
    record PayoutStatedV2(
            UUID settlementId,
            UUID poolId,
            UUID memberId,
            String product,
            Period period,
            List<PayoutLineV2> lines,
            Money earned,
            Money paidBefore,
            Money gross,
            Money charged,
            Money advances,
            Money payable,
            Money salesValue,
            @Nullable List<OriginatorShareLine> shares,
            @Nullable String figures,
            @Nullable List<AdvanceLine> advanceLines,
            @Nullable List<LatePart> late)
            implements PricingEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
