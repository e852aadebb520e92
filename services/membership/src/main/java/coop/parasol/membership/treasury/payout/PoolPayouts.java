package coop.parasol.membership.treasury.payout;

import coop.parasol.contracts.EquityEvent.PayoutPaid;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** A producer's part of a pool is due when it is stated, and paid like everything the firm owes. */
@ApplicationScoped
public class PoolPayouts implements PayableListener {

    private static final String KIND = "pool-payout";

    private final Payables payables;
    private final Journal journal;
    private final Firm firm;
    private final Outbox outbox;

    PoolPayouts(Payables payables, Journal journal, Firm firm, Outbox outbox) {
        this.payables = payables;
        this.journal = journal;
        this.firm = firm;
        this.outbox = outbox;
    }

    /** A firm that has left is still owed what its goods have earned; a statement of nothing is owed nothing. */
    public void owe(PayoutStated stated, String actor) {
        if (!stated.payable().isPositive()) {
            return;
        }
        Payout payout = new Payout();
        payout.id = Ids.next();
        payout.memberId = stated.memberId();
        payout.poolId = stated.poolId();
        payout.amount = stated.payable().minor();
        payout.statedAt = firm.now();
        payout.persistAndFlush();
        payables.due(
                KIND,
                payout.id,
                payout.memberId,
                stated.payable(),
                firm.today(),
                "Pool " + stated.product() + " " + stated.period(),
                actor);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public long paid(Payment payment, Cause cause) {
        Payout payout = Payout.<Payout>findByIdOptional(payment.sourceId()).orElseThrow();
        payout.bankReference = payment.bankReference();
        payout.paidAt = firm.now();
        payout.paidBy = cause.actor();
        Payout.flush();
        outbox.append(new PayoutPaid(payment.memberId(), payout.id, payment.amount(), payment.bankReference()), cause);
        return journal.post(
                PostingRules.payoutPaid(
                        payment.about(), payment.memberId(), payment.amount().minor(), payment.bankReference()),
                cause);
    }

    @Override
    public void returned(Payment payment, String reason, Cause cause) {
        Payout payout = Payout.<Payout>findByIdOptional(payment.sourceId()).orElseThrow();
        payout.bankReference = null;
        payout.paidAt = null;
        payout.paidBy = null;
        Payout.flush();
    }
}
