package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * From the drawing of its sample on what was reported of a batch stays. Producers are not locked: they report on while the samples of
 * their batches come in numbers, and a correction does not wait for a batch that is locked here ({@link Batch#lockIfChangeable}).
 */
@ApplicationScoped
public class OnSampleDrawn implements SetHandler<SampleDrawn> {

    private final BatchRepository batches;

    OnSampleDrawn(BatchRepository batches) {
        this.batches = batches;
    }

    @Override
    public void onAll(List<Received<SampleDrawn>> events) {
        batches.samplesDrawn(Columns.of(events, received -> received.event().batchId()));
    }
}
