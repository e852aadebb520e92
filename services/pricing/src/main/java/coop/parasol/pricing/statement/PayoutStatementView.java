package coop.parasol.pricing.statement;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PoolClosingEvent.LatePart;
import coop.parasol.contracts.PricingEvent.OriginatorShareLine;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.pricing.document.PayoutDocuments.StatementDocument;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A producer's part of a settled pool, as the event PayoutStatedV2 says it, with the producer's name.
 *
 * @param memberName of the producer as it is called now; absent once it was erased
 * @param lines one a grade: net receipts of the pool times own equivalents, divided by all equivalents, rounded down
 * @param earned sum of the lines with originators' shares, less what others have lost by a recall of its goods
 * @param paidBefore by earlier settlements of the pool
 * @param gross {@code earned - paidBefore}, or nothing if that is negative; and what {@code late} adds
 * @param charged what it owes because goods of its own that were paid have been recalled, those of closed pools included
 * @param advances paid before and deducted; never more than {@code gross}
 * @param payable {@code gross - advances}
 * @param salesValue what partners have paid for this producer's goods since the settlement before: its business volume for patronage
 * @param shares of originators that it keeps or leaves, for goods made of parts of others' commitments
 * @param pool its figures, from which the lines follow, the same for every producer
 * @param figures SHA-256 of these figures, which the books hold
 * @param advanceLines the advances that are deducted, or wait for the next settlement
 * @param document what it was also drawn up as, or why it was not; absent where the firm had no country
 * @param late its parts of what the settlement divides of closed pools
 */
public record PayoutStatementView(
        UUID settlementId,
        UUID poolId,
        UUID memberId,
        @Nullable String memberName,
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
        List<OriginatorShareLine> shares,
        @Nullable PoolFigures pool,
        @Nullable String figures,
        List<AdvanceLine> advanceLines,
        @Nullable StatementDocument document,
        List<LatePart> late) {

    static PayoutStatementView of(
            PayoutStatedV2 stated,
            @Nullable String memberName,
            @Nullable PoolFigures pool,
            @Nullable StatementDocument document) {
        return new PayoutStatementView(
                stated.settlementId(),
                stated.poolId(),
                stated.memberId(),
                memberName,
                stated.product(),
                stated.period(),
                stated.lines(),
                stated.earned(),
                stated.paidBefore(),
                stated.gross(),
                stated.charged(),
                stated.advances(),
                stated.payable(),
                stated.salesValue(),
                stated.shares() == null ? List.of() : stated.shares(),
                pool,
                stated.figures(),
                stated.advanceLines() == null ? List.of() : stated.advanceLines(),
                document,
                stated.late() == null ? List.of() : stated.late());
    }
}
