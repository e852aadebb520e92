package coop.parasol.membership.pool;

import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A leaving member has taken units back: they are in no pool to come. */
@ApplicationScoped
public class OnGoodsTakenBack implements Handler<GoodsTakenBack> {

    private final MemberGoods goods;

    OnGoodsTakenBack(MemberGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(GoodsTakenBack event, Envelope envelope) {
        goods.takenBack(event.batchId(), event.quantity().value());
    }
}
