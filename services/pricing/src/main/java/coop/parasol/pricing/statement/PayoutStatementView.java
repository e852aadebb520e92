package coop.parasol.pricing.statement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutLine;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A producer's part of a settled pool, as the event PayoutStated says it, with the producer's name.
 *
 * @param memberName of the producer as it is called now; absent once it was erased
 * @param lines one a grade
 * @param gross sum of the lines
 * @param advances paid before and deducted; never more than {@code gross}
 * @param payable {@code gross - advances}
 * @param salesValue what partners paid for this producer's goods: its business volume for patronage
 */
public record PayoutStatementView(
        UUID settlementId,
        UUID poolId,
        UUID memberId,
        @Nullable String memberName,
        String product,
        Period period,
        List<PayoutLine> lines,
        Money gross,
        Money advances,
        Money payable,
        Money salesValue) {

    static PayoutStatementView of(PayoutStated stated, @Nullable String memberName) {
        return new PayoutStatementView(
                stated.settlementId(),
                stated.poolId(),
                stated.memberId(),
                memberName,
                stated.product(),
                stated.period(),
                stated.lines(),
                stated.gross(),
                stated.advances(),
                stated.payable(),
                stated.salesValue());
    }
}
