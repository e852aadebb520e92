package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.pricing.advance.DeductAdvances;
import coop.parasol.pricing.document.DrawUpDocuments;
import coop.parasol.pricing.settlement.OpenPools.OpenPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.statement.KeepStatements;
import coop.parasol.pricing.statement.PoolFigures;
import coop.parasol.pricing.statement.PublishedPool;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A second person approves the draft of a settlement: the pool is divided as drafted, and every producer gets a payout statement.
 * If it would be divided in another way by now, or deduct other advances, the draft is refused, because nobody has checked that.
 */
@ApplicationScoped
class ApproveSettlement {

    private final OpenPools openPools;
    private final Pools pools;
    private final LatePools latePools;
    private final SettlementEvents settlementEvents;
    private final PoolCosts poolCosts;
    private final DeductAdvances deductAdvances;
    private final KeepStatements keepStatements;
    private final DrawUpDocuments drawUpDocuments;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final Outbox outbox;

    ApproveSettlement(
            OpenPools openPools,
            Pools pools,
            LatePools latePools,
            SettlementEvents settlementEvents,
            PoolCosts poolCosts,
            DeductAdvances deductAdvances,
            KeepStatements keepStatements,
            DrawUpDocuments drawUpDocuments,
            FirmClock clock,
            FirmCurrency currency,
            Outbox outbox) {
        this.openPools = openPools;
        this.pools = pools;
        this.latePools = latePools;
        this.settlementEvents = settlementEvents;
        this.poolCosts = poolCosts;
        this.deductAdvances = deductAdvances;
        this.keepStatements = keepStatements;
        this.drawUpDocuments = drawUpDocuments;
        this.clock = clock;
        this.currency = currency;
        this.outbox = outbox;
    }

    sealed interface Outcome {}

    record Settled(Settlement settlement) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** @param cause whose actor is the second person */
    Outcome approve(UUID settlementId, Cause cause) {
        Settlement settlement = lock(settlementId).orElse(null);
        if (settlement == null) {
            return new Refused(new Refusal.NotFound("settlement", settlementId));
        }
        if (settlement.state != Settlement.State.DRAFT) {
            return new Refused(new Refusal.Conflict("not-a-draft", "The settlement is " + settlement.state + "."));
        }
        Optional<Refusal> samePerson = SecondPerson.refusal(settlement.draftedBy, cause.actor());
        if (samePerson.isPresent()) {
            return new Refused(samePerson.get());
        }
        OpenPool open = open(settlement);
        Optional<Refusal> changed = refusalIfChanged(settlement, open);
        if (changed.isPresent()) {
            return new Refused(changed.get());
        }
        settle(settlement, open.previous(), cause);
        return new Settled(settlement);
    }

    /** The settlement, locked after its pool, as a draft of the same pool locks them. */
    private Optional<Settlement> lock(UUID settlementId) {
        Optional<String> product = Settlement.productOf(settlementId);
        product.ifPresent(pools::lock);
        return product.flatMap(found -> Settlement.lock(settlementId));
    }

    /** The pool as it is now, with the costs that this settlement adds to those of the one before. */
    private OpenPool open(Settlement settlement) {
        long before = settlement.previousId == null
                ? 0
                : Settlement.<Settlement>findByIdOptional(settlement.previousId).orElseThrow().costs;
        return openPools.lock(
                settlement.product, Period.parse(settlement.period), currency.money(settlement.costs - before));
    }

    private Optional<Refusal> refusalIfChanged(Settlement settlement, OpenPool open) {
        DividedPool drafted = settlement.division(currency);
        DividedPool now = PayoutCalculation.divide(open.pool());
        @Nullable Settlement previous = open.previous();
        if (!Objects.equals(previous == null ? null : previous.id, settlement.previousId)
                || !now.receipts().equals(drafted.receipts())
                || !open.late().equals(settlement.late)
                || !now.carryIn().equals(drafted.carryIn())) {
            return Optional.of(
                    new Refusal.Conflict(
                            "receipts-changed",
                            "Payments have been received, goods recalled or another pool settled since the draft; draft the settlement again."));
        }
        if (!now.equals(drafted) || open.pool().marginShare() != settlement.marginShare) {
            return Optional.of(
                    new Refusal.Conflict(
                            "division-changed",
                            "A grade differential, the firm's margin or the goods of the pool have changed since the draft; draft the settlement again."));
        }
        return refusalIfAdvancesChanged(settlement);
    }

    /** Locks the advances, so that those stay as they are until the settlement is stored. */
    private Optional<Refusal> refusalIfAdvancesChanged(Settlement settlement) {
        deductAdvances.lock();
        return deductAdvances
                        .of(settlement.poolId, settlement.product, Period.parse(settlement.period), settlement.gross())
                        .equals(settlement.advances)
                ? Optional.empty()
                : Optional.of(
                        new Refusal.Conflict(
                                "advances-changed",
                                "Advances on the goods, or those that earlier settlements have left, have changed since the draft; draft the settlement again."));
    }

    private void settle(Settlement settlement, @Nullable Settlement previous, Cause cause) {
        settlement.state = Settlement.State.SETTLED;
        settlement.approvedBy = cause.actor();
        settlement.settledAt = clock.now();
        Settlement.flush();
        long carriedBefore = previous == null ? settlement.carryIn : previous.carryOut;
        deductAdvances.settled(
                settlement.id,
                settlement.poolId,
                settlement.product,
                Period.parse(settlement.period),
                settlement.advances);
        pools.carry(settlement.product, currency.money(settlement.carryOut - carriedBefore));
        latePools.settled(settlement.id, settlement.product, settlement.late);
        settlement.late.forEach(
                closed -> deductAdvances.dividedAgain(closed.poolId(), settlement.product, closed.period()));
        PoolFigures figures = SettlementFigures.of(settlement, poolCosts.upTo(settlement.id), currency);
        PublishedPool.publish(figures);
        String digest = figures.digest();
        List<PayoutStatedV2> stated = settlementEvents.statements(settlement, previous, digest);
        keepStatements.keep(stated);
        outbox.append(settlementEvents.toAppend(settlement, previous, stated, digest), cause);
        // its numbers are locked until the transaction ends, so it comes last
        outbox.append(drawUpDocuments.drawUp(settlement.number, stated), cause);
    }
}
