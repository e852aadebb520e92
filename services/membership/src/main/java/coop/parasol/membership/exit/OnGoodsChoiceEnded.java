package coop.parasol.membership.exit;

import coop.parasol.contracts.DistributionEvent.GoodsChoiceEnded;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What a leaving member had chosen for a lot is not done: the member reads why with its exit. */
@ApplicationScoped
public class OnGoodsChoiceEnded implements Handler<GoodsChoiceEnded> {

    private final GoodsEndings endings;

    OnGoodsChoiceEnded(GoodsEndings endings) {
        this.endings = endings;
    }

    @Override
    public void on(GoodsChoiceEnded event, Envelope envelope) {
        endings.record(event);
    }
}
