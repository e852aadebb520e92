package coop.parasol.membership.treasury.payout;

import coop.parasol.contracts.EquityEvent.PayoutPaid;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.payment.PaidPayable;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Members' parts of settled pools: owed from the statement of the pool on, and paid by payment runs like everything the firm owes. */
@ApplicationScoped
public class PoolPayouts implements PayableListener {

    private final Payables payables;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final Outbox outbox;

    PoolPayouts(Payables payables, FirmClock clock, FirmCurrency currency, Outbox outbox) {
        this.payables = payables;
        this.clock = clock;
        this.currency = currency;
        this.outbox = outbox;
    }

    /**
     * The firm owes what the statement says, also to a member that has left; a statement of nothing is owed nothing.
     *
     * @param setOff of it, what has settled a claim of the firm, in minor units; only the remainder is paid
     * @param bylawsVersion the bylaws in force now
     * @param actor by whose word the pool was settled
     */
    public void createPayout(PayoutStated stated, long setOff, int bylawsVersion, String actor) {
        if (!stated.payable().isPositive()) {
            return;
        }
        Payout payout = new Payout();
        payout.id = Ids.next();
        payout.memberId = stated.memberId();
        payout.settlementId = stated.settlementId();
        payout.amount = stated.payable().minor();
        payout.setOff = setOff;
        payout.statedAt = clock.now();
        payout.persistAndFlush();
        if (payout.amount == setOff) {
            return;
        }
        payables.create(
                new Payables.Due(payout.id, payout.memberId, currency.money(payout.amount - setOff)),
                new Payables.PayableDetails(
                        PayableKind.POOL_PAYOUT,
                        clock.today(),
                        "Pool " + stated.product() + " " + stated.period(),
                        bylawsVersion,
                        actor));
    }

    @Override
    public Set<PayableKind> kinds() {
        return Set.of(PayableKind.POOL_PAYOUT);
    }

    @Override
    public void paid(PaidPayable payable, Cause cause) {
        Payout payout = Payout.<Payout>findByIdOptional(payable.sourceId()).orElseThrow();
        payout.bankReference = payable.bankReference();
        payout.paidAt = clock.now();
        payout.paidBy = cause.actor();
        Payout.flush();
        outbox.append(new PayoutPaid(payable.memberId(), payout.id, payable.amount(), payable.bankReference()), cause);
    }

    @Override
    public void setOff(UUID sourceId, long amount) {
        Payout payout = Payout.<Payout>findByIdOptional(sourceId).orElseThrow();
        payout.setOff += amount;
        Payout.flush();
    }

    @Override
    public void returned(PaidPayable payable, String reason, Cause cause) {
        Payout payout = Payout.<Payout>findByIdOptional(payable.sourceId()).orElseThrow();
        payout.bankReference = null;
        payout.paidAt = null;
        payout.paidBy = null;
        Payout.flush();
    }
}
