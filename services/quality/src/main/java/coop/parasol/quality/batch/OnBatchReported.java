package coop.parasol.quality.batch;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.quality.exit.ProducerClearance;
import coop.parasol.quality.standard.Standard;
import coop.parasol.quality.standard.StandardRepository;
import coop.parasol.quality.switching.InspectionSeriesRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A producer has reported a batch: its sample is drawn by the standard that was in force when it was reported. */
@ApplicationScoped
public class OnBatchReported implements Handler<BatchReported> {

    private final StandardRepository standards;
    private final InspectionSeriesRepository seriesRepository;
    private final DrawSample drawSample;
    private final ProducerClearance clearance;

    OnBatchReported(
            StandardRepository standards,
            InspectionSeriesRepository seriesRepository,
            DrawSample drawSample,
            ProducerClearance clearance) {
        this.standards = standards;
        this.seriesRepository = seriesRepository;
        this.drawSample = drawSample;
        this.clearance = clearance;
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
        standards.lock(event.product());
        Optional<Standard> standard = Standard.inForce(event.product(), envelope.time());
        if (standard.isPresent()) {
            drawSample.drawOrHold(batch, standard.get(), seriesRepository.lock(batch.memberId, batch.product), cause);
        } else {
            batch.state = Batch.State.WAITING_FOR_STANDARD;
            batch.persistAndFlush();
        }
        clearance.batchReported(event.memberId(), cause);
    }
}
