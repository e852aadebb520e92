package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves units that a member has taken back out of their pool. */
@ApplicationScoped
public class OnGoodsTakenBack implements Handler<GoodsTakenBack> {

    private final CertifiedGoods goods;

    OnGoodsTakenBack(CertifiedGoods goods) {
        this.goods = goods;
    }

    @Override
    public void on(GoodsTakenBack event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<GoodsTakenBack>> events) {
        goods.takenBack(events.stream().map(Received::event).toList());
    }
}
