package coop.parasol.production.batch;

import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The good part of a sorted lot is a batch of its own, made as the first was. It counts for no commitment: the first has
 * done so already.
 */
@ApplicationScoped
public class OnLotSorted implements Handler<LotSorted> {

    @Override
    public void on(LotSorted event, Envelope envelope) {
        Batch first = Batch.reported(event.sortedFrom());
        Batch good = new Batch();
        good.id = event.batchId();
        good.memberId = event.memberId();
        good.product = event.product();
        good.lot = event.lot();
        good.quantity = event.quantity().value();
        good.unit = event.quantity().unit();
        good.madeOn = first.madeOn;
        good.bestBefore = event.bestBefore();
        good.route = first.route;
        good.steps = first.steps;
        good.sortedFrom = first.id;
        good.state = Batch.State.REWORKED;
        good.reportedAt = envelope.time();
        good.persistAndFlush();
    }
}
