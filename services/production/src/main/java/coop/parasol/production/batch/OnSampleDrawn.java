package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** From the drawing of its sample on what was reported of a batch stays. */
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
