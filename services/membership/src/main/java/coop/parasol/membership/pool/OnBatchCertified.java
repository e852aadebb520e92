package coop.parasol.membership.pool;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A batch of a member is certified: units that may be sold for it. */
@ApplicationScoped
public class OnBatchCertified implements SetHandler<BatchCertified> {

    private final MemberGoods goods;

    OnBatchCertified(MemberGoods goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<BatchCertified>> events) {
        goods.certified(events.stream().map(Received::event).toList());
    }
}
