package coop.parasol.membership.pool;

import coop.parasol.contracts.DistributionEvent.GoodsConsumed;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Units of a member have gone into its other batches: they are in no pool to come, and not unsold. */
@ApplicationScoped
public class OnGoodsConsumed implements SetHandler<GoodsConsumed> {

    private final MemberGoods goods;

    OnGoodsConsumed(MemberGoods goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<GoodsConsumed>> events) {
        goods.consumed(events.stream().map(Received::event).toList());
    }
}
