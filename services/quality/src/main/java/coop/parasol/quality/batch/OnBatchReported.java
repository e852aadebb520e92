package coop.parasol.quality.batch;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.quality.exit.Producers;
import coop.parasol.quality.standard.Products;
import coop.parasol.quality.standard.Standard;
import coop.parasol.quality.switching.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A batch is to be judged by the standard that was in force when it was reported. */
@ApplicationScoped
public class OnBatchReported implements Handler<BatchReported> {

    private final Products products;
    private final SampleBatch sampleBatch;
    private final Lines lines;
    private final Producers producers;

    OnBatchReported(Products products, SampleBatch sampleBatch, Lines lines, Producers producers) {
        this.products = products;
        this.lines = lines;
        this.sampleBatch = sampleBatch;
        this.producers = producers;
    }

    @Override
    public void on(BatchReported event, Envelope envelope) {
        Cause cause = Cause.by(envelope);
        Batch batch = new Batch();
        batch.id = event.batchId();
        batch.memberId = event.memberId();
        batch.product = event.product();
        batch.lot = event.lot();
        batch.quantity = event.quantity().value();
        batch.unit = event.quantity().unit();
        batch.bestBefore = event.bestBefore();
        batch.reportedAt = envelope.time();
        products.lock(event.product());
        Optional<Standard> standard = Standard.inForce(event.product(), envelope.time());
        if (standard.isPresent()) {
            sampleBatch.sampleOrHold(batch, standard.get(), lines.lock(batch.memberId, batch.product), cause);
        } else {
            batch.state = Batch.State.WAITING_FOR_STANDARD;
            batch.persistAndFlush();
        }
        producers.seen(event.memberId(), cause);
    }
}
