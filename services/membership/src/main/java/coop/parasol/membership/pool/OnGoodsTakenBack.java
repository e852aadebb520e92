package coop.parasol.membership.pool;

import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A leaving member has taken units back: they are in no pool to come. */
@ApplicationScoped
public class OnGoodsTakenBack implements SetHandler<GoodsTakenBack> {

    private final MemberGoods goods;

    OnGoodsTakenBack(MemberGoods goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<GoodsTakenBack>> events) {
        goods.takenBack(events.stream().map(Received::event).toList());
    }
}
