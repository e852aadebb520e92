package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps when a batch was reported and for which commitment: both decide when it is sold. What has gone into it leaves the stock.
 */
@ApplicationScoped
public class OnBatchReported implements SetHandler<BatchReported> {

    private final ReportedBatches reports;
    private final BatchInputs inputs;
    private final BatchQueue queue;
    private final ConsumeInputs consumeInputs;

    OnBatchReported(ReportedBatches reports, BatchInputs inputs, BatchQueue queue, ConsumeInputs consumeInputs) {
        this.reports = reports;
        this.inputs = inputs;
        this.queue = queue;
        this.consumeInputs = consumeInputs;
    }

    @Override
    public void onAll(List<Received<BatchReported>> events) {
        List<BatchReported> reported = events.stream().map(Received::event).toList();
        Map<UUID, Cause> causesByMember = new HashMap<>();
        events.forEach(received -> causesByMember.put(received.event().memberId(), Cause.by(received.envelope())));
        Set<UUID> lots = reported.stream()
                .flatMap(event -> BatchInputs.named(event.inputs()))
                .collect(Collectors.toSet());
        consumeInputs.lockProducts(reported.stream().map(BatchReported::product).collect(Collectors.toSet()), lots);
        reports.reported(reported);
        inputs.reported(reported);
        queue.batchesKnown(reported.stream().map(BatchReported::batchId).toList());
        consumeInputs.setRight(lots, causesByMember);
    }
}
