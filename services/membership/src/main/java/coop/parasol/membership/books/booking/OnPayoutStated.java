package coop.parasol.membership.books.booking;

import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.patronage.SettledPools;
import coop.parasol.membership.treasury.payout.PoolPayouts;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The producer's part of a pool is owed to it, and its business counts; it may be told before the pool is. */
@ApplicationScoped
public class OnPayoutStated implements Handler<PayoutStated> {

    private final Journal journal;
    private final SettledPools pools;
    private final PoolPayouts payPools;

    OnPayoutStated(Journal journal, SettledPools pools, PoolPayouts payPools) {
        this.journal = journal;
        this.pools = pools;
        this.payPools = payPools;
    }

    @Override
    public void on(PayoutStated event, Envelope envelope) {
        LocalDate day = pools.stated(
                event.poolId(), event.memberId(), event.salesValue().minor());
        journal.post(PostingRules.payoutStated(event, day), Cause.by(envelope));
        payPools.owe(event, envelope.cause().actor());
    }
}
