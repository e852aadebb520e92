package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import coop.parasol.production.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * From the drawing of its sample on what was reported of a batch stays. The producers are locked before the batches, as corrections lock
 * them: other events of the same transaction lock producers as well.
 */
@ApplicationScoped
public class OnSampleDrawn implements SetHandler<SampleDrawn> {

    private final BatchRepository batches;

    OnSampleDrawn(BatchRepository batches) {
        this.batches = batches;
    }

    @Override
    public void onAll(List<Received<SampleDrawn>> events) {
        List<UUID> ids = Columns.of(events, received -> received.event().batchId());
        Member.lockAll(Batch.producersOf(ids));
        batches.samplesDrawn(ids);
    }
}
