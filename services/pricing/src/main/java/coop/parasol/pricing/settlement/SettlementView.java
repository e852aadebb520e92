package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutLine;
import coop.parasol.pricing.settlement.rules.PoolSettlement.Settled;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as it is shown: sum of payouts + carryOut = receipts - margin - costs + carryIn.
 *
 * @param equivalents grade-weighted quantity
 * @param payouts what each producer gets; none in a list
 * @param floorPrice of a unit that counts as one, rounded down
 */
public record SettlementView(
        UUID settlementId,
        String product,
        Period period,
        Settlement.State state,
        String draftedBy,
        Instant draftedAt,
        @Nullable String approvedBy,
        @Nullable Instant settledAt,
        Money receipts,
        Money margin,
        Money costs,
        Money carryIn,
        String equivalents,
        Money floorPrice,
        List<PayoutView> payouts,
        Money carryOut) {

    /** What one producer gets. */
    public record PayoutView(
            UUID memberId, List<PayoutLine> lines, Money gross, Money advances, Money payable, Money salesValue) {}

    static SettlementView of(Settlement settlement) {
        Settled result = settlement.result;
        Money none = Money.zero(result.costs().currency());
        return new SettlementView(
                settlement.id,
                settlement.product,
                Period.parse(settlement.period),
                settlement.state,
                settlement.draftedBy,
                settlement.draftedAt,
                settlement.approvedBy,
                settlement.settledAt,
                result.receipts(),
                result.margin(),
                result.costs(),
                result.carryIn(),
                text(result.equivalents()),
                result.price(),
                result.payouts().stream()
                        .map(payout -> new PayoutView(
                                payout.memberId(),
                                payout.lines(),
                                payout.gross(),
                                none,
                                payout.gross(),
                                payout.salesValue()))
                        .toList(),
                result.carryOut());
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
