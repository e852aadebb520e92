package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.pricing.settlement.OpenPools.OpenPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.statement.PayoutStatement;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A second person approves the draft of a settlement: the pool is divided as drafted, and every producer gets a payout statement.
 * If it would be divided in another way by now, the draft is refused, because nobody has checked that other division.
 */
@ApplicationScoped
class ApproveSettlement {

    private final OpenPools pools;
    private final PoolReceipts receipts;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final Outbox outbox;

    ApproveSettlement(OpenPools pools, PoolReceipts receipts, FirmClock clock, FirmCurrency currency, Outbox outbox) {
        this.pools = pools;
        this.receipts = receipts;
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
        Optional<Refusal> refusal =
                SecondPerson.refusal(settlement.draftedBy, cause.actor()).or(() -> refusalIfChanged(settlement));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        settle(settlement, cause);
        return new Settled(settlement);
    }

    /** The settlement, locked after its pool, as a draft of the same pool locks them. */
    private Optional<Settlement> lock(UUID settlementId) {
        Optional<String> product = Settlement.productOf(settlementId);
        product.ifPresent(receipts::lock);
        return product.flatMap(found -> Settlement.lock(settlementId));
    }

    private Optional<Refusal> refusalIfChanged(Settlement settlement) {
        DividedPool drafted = settlement.division(currency);
        OpenPool open = pools.lock(settlement.product, Period.parse(settlement.period), drafted.costs());
        if (open.newestReceipt() != settlement.newestReceipt
                || !open.pool().carryIn().equals(drafted.carryIn())) {
            return Optional.of(new Refusal.Conflict(
                    "receipts-changed", "Payments have been received since the draft; draft the settlement again."));
        }
        if (!PayoutCalculation.divide(open.pool()).equals(drafted)) {
            return Optional.of(
                    new Refusal.Conflict(
                            "division-changed",
                            "A grade differential or the firm's margin has changed since the draft, or goods were recalled; draft the settlement again."));
        }
        return Optional.empty();
    }

    private void settle(Settlement settlement, Cause cause) {
        DividedPool divided = settlement.division(currency);
        Period period = Period.parse(settlement.period);
        settlement.state = Settlement.State.SETTLED;
        settlement.approvedBy = cause.actor();
        settlement.settledAt = clock.now();
        Settlement.flush();
        receipts.settle(settlement.product, period, settlement.id, divided.carryOut());
        List<Event> events = new ArrayList<>();
        events.add(new PoolSettled(
                settlement.id,
                settlement.poolId,
                settlement.product,
                period,
                divided.receipts(),
                divided.margin(),
                divided.costs(),
                divided.carryIn(),
                divided.paidOut(),
                divided.carryOut(),
                divided.payouts().size()));
        for (Payout payout : divided.payouts()) {
            PayoutStated stated = stated(settlement, period, payout);
            PayoutStatement.keep(stated);
            events.add(stated);
        }
        PayoutStatement.flush();
        outbox.append(events, cause);
    }

    private PayoutStated stated(Settlement settlement, Period period, Payout payout) {
        Money noAdvances = currency.money(0);
        return new PayoutStated(
                settlement.id,
                settlement.poolId,
                payout.memberId(),
                settlement.product,
                period,
                payout.lines(),
                payout.gross(),
                noAdvances,
                payout.gross(),
                payout.salesValue());
    }
}
