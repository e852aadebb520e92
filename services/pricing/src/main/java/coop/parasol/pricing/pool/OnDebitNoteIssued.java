package coop.parasol.pricing.pool;

import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Partners owe more for goods that are in a pool already; what they pay of it is received there. */
@ApplicationScoped
public class OnDebitNoteIssued implements SetHandler<DebitNoteIssued> {

    private final AcceptedGoodsRepository goods;

    OnDebitNoteIssued(AcceptedGoodsRepository goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<DebitNoteIssued>> events) {
        goods.debited(events.stream().map(Received::event).toList());
    }
}
