package coop.parasol.pricing.settlement;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PoolClosingEvent.LatePart;
import coop.parasol.contracts.PoolClosingEvent.LatePool;
import coop.parasol.contracts.PricingEvent.PayoutLine;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.EventVersions;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a settlement tells the other services: what it adds to the settlement before, and what all of them come to. */
@ApplicationScoped
class SettlementEvents {

    private final EventVersions versions;
    private final FirmCurrency currency;

    SettlementEvents(EventVersions versions, FirmCurrency currency) {
        this.versions = versions;
        this.currency = currency;
    }

    /**
     * The producers' statements: at the first settlement of every producer, at a supplement of those for whom something has changed.
     *
     * @param previous the settlement of the pool before; null for the first
     * @param figures digest of the pool's published figures
     */
    List<PayoutStatedV2> statements(Settlement settlement, @Nullable Settlement previous, String figures) {
        Map<UUID, Money> salesBefore = previous == null
                ? Map.of()
                : previous.payouts.stream().collect(Collectors.toMap(Payout::memberId, Payout::salesValue));
        Map<UUID, List<AdvanceLine>> advances = settlement.advancesByMember();
        Map<UUID, List<LatePart>> late = LateParts.byMember(settlement.late);
        return settlement.payouts.stream()
                .map(payout -> stated(
                        settlement,
                        payout,
                        advances.getOrDefault(payout.memberId(), List.of()),
                        payout.salesValue()
                                .minus(salesBefore.getOrDefault(payout.memberId(), currency.money(0)))
                                .plus(lateSales(settlement, payout.memberId())),
                        figures,
                        late.getOrDefault(payout.memberId(), List.of())))
                .filter(stated -> previous == null
                        || stated.gross().isPositive()
                        || stated.charged().isPositive()
                        || !stated.salesValue().isZero())
                .toList();
    }

    private Money lateSales(Settlement settlement, UUID member) {
        Money nothing = currency.money(0);
        return LateParts.sum(settlement.late, pool -> pool.sales().getOrDefault(member, nothing), nothing);
    }

    private PayoutStatedV2 stated(
            Settlement settlement,
            Payout payout,
            List<AdvanceLine> advances,
            Money salesValue,
            String figures,
            List<LatePart> late) {
        Money gross = LateParts.sum(late, LatePart::gross, payout.gross());
        Money deducted = advances.stream().map(AdvanceLine::deducted).reduce(currency.money(0), Money::plus);
        return new PayoutStatedV2(
                settlement.id,
                settlement.poolId,
                payout.memberId(),
                settlement.product,
                Period.parse(settlement.period),
                payout.lines(),
                payout.earned(),
                payout.paidBefore(),
                gross,
                LateParts.sum(late, LatePart::charged, payout.charged()),
                deducted,
                gross.minus(deducted),
                salesValue,
                payout.shares(),
                figures,
                advances,
                late);
    }

    /** The events of a settlement in the versions that this installation writes, the pool's own first. */
    List<Event> toAppend(
            Settlement settlement, @Nullable Settlement previous, List<PayoutStatedV2> statements, String figures) {
        PoolSettledV2 settled = settled(settlement, previous, statements.size(), figures);
        List<Event> events = new ArrayList<>();
        events.add(versions.writes(PoolSettledV2.class) ? settled : first(settled));
        boolean writesLines = versions.writes(PayoutStatedV2.class);
        for (PayoutStatedV2 stated : statements) {
            events.add(writesLines ? stated : first(stated));
        }
        return events;
    }

    private PoolSettledV2 settled(Settlement settlement, @Nullable Settlement previous, int producers, String figures) {
        DividedPool now = settlement.division(currency);
        Money nothing = currency.money(0);
        @Nullable DividedPool before = previous == null ? null : previous.division(currency);
        List<LatePool> late = LateParts.pools(settlement.late);
        return new PoolSettledV2(
                settlement.id,
                settlement.poolId,
                settlement.product,
                Period.parse(settlement.period),
                settlement.number,
                LateParts.sum(
                        late, LatePool::receipts, now.receipts().minus(before == null ? nothing : before.receipts())),
                LateParts.sum(late, LatePool::margin, now.margin().minus(before == null ? nothing : before.margin())),
                now.costs().minus(before == null ? nothing : before.costs()),
                LateParts.sum(late, LatePool::carryIn, before == null ? now.carryIn() : before.carryOut()),
                LateParts.sum(late, LatePool::payouts, now.paidOut()),
                LateParts.sum(late, LatePool::charges, now.charged()),
                LateParts.sum(late, LatePool::carryOut, now.carryOut()),
                LateParts.total(now),
                producers,
                figures,
                late);
    }

    /** The first version, which knows no charges: they are payouts of less than nothing. */
    private static PoolSettled first(PoolSettledV2 settled) {
        return new PoolSettled(
                settled.settlementId(),
                settled.poolId(),
                settled.product(),
                settled.period(),
                settled.receipts(),
                settled.margin(),
                settled.costs(),
                settled.carryIn(),
                settled.payouts().minus(settled.charges()),
                settled.carryOut(),
                settled.producers());
    }

    private static PayoutStated first(PayoutStatedV2 stated) {
        return new PayoutStated(
                stated.settlementId(),
                stated.poolId(),
                stated.memberId(),
                stated.product(),
                stated.period(),
                stated.lines().stream().map(SettlementEvents::first).toList(),
                stated.gross().minus(stated.charged()),
                stated.advances(),
                stated.payable().minus(stated.charged()),
                stated.salesValue());
    }

    /** The first version's price is a coin's multiple, rounded down. */
    private static PayoutLine first(PayoutLineV2 line) {
        BigDecimal minor = line.equivalents().signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(line.earned().minor()).divide(line.equivalents(), 0, RoundingMode.DOWN);
        return new PayoutLine(
                line.grade(),
                line.quantity(),
                line.factor(),
                new Money(minor.longValueExact(), line.earned().currency()),
                line.earned());
    }
}
