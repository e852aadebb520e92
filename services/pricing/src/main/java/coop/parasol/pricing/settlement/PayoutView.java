package coop.parasol.pricing.settlement;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PoolClosingEvent.LatePart;
import coop.parasol.contracts.PricingEvent.OriginatorShareLine;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one producer is paid by a settlement.
 *
 * @param memberName of the producer as it is called now; absent once it was erased
 * @param lines one a grade: net receipts of the pool times own equivalents, divided by all equivalents, rounded down
 * @param earned sum of the lines with originators' shares, less what others have lost by a recall of its goods
 * @param paidBefore by earlier settlements of the pool
 * @param gross what this settlement pays
 * @param charged what it owes because goods of its own that were paid have been recalled
 * @param advances that were paid before and are deducted, never more than what is paid of this pool and of closed ones
 * @param payable {@code gross}, with that of {@code late}, less advances
 * @param salesValue what partners have paid for the producer's goods until now
 * @param shares of originators that it keeps or leaves
 * @param advanceLines the advances that are deducted, or wait for the next settlement
 * @param late its parts of what the settlement divides of closed pools
 */
record PayoutView(
        UUID memberId,
        @Nullable String memberName,
        List<PayoutLineV2> lines,
        Money earned,
        Money paidBefore,
        Money gross,
        Money charged,
        Money advances,
        Money payable,
        Money salesValue,
        List<OriginatorShareLine> shares,
        List<AdvanceLine> advanceLines,
        List<LatePart> late) {

    static PayoutView of(Payout payout, List<AdvanceLine> advances, List<LatePart> late, @Nullable String memberName) {
        Money deducted = advances.stream()
                .map(AdvanceLine::deducted)
                .reduce(Money.zero(payout.gross().currency()), Money::plus);
        return new PayoutView(
                payout.memberId(),
                memberName,
                payout.lines(),
                payout.earned(),
                payout.paidBefore(),
                payout.gross(),
                payout.charged(),
                deducted,
                LateParts.sum(late, LatePart::gross, payout.gross()).minus(deducted),
                payout.salesValue(),
                payout.shares(),
                advances,
                late);
    }
}
