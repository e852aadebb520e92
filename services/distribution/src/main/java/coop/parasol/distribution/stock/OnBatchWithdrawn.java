package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.BatchWithdrawn;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A withdrawn batch was made for no commitment, and of nothing. */
@ApplicationScoped
public class OnBatchWithdrawn implements SetHandler<BatchWithdrawn> {

    private final ReportedBatches reports;
    private final BatchInputs inputs;
    private final BatchQueue queue;
    private final ConsumeInputs consumeInputs;

    OnBatchWithdrawn(ReportedBatches reports, BatchInputs inputs, BatchQueue queue, ConsumeInputs consumeInputs) {
        this.reports = reports;
        this.inputs = inputs;
        this.queue = queue;
        this.consumeInputs = consumeInputs;
    }

    @Override
    public void onAll(List<Received<BatchWithdrawn>> events) {
        List<BatchWithdrawn> withdrawn = events.stream().map(Received::event).toList();
        List<UUID> batchIds = withdrawn.stream().map(BatchWithdrawn::batchId).toList();
        Map<UUID, Cause> causesByMember = new HashMap<>();
        events.forEach(received -> causesByMember.put(received.event().memberId(), Cause.by(received.envelope())));
        Set<UUID> lots = inputs.lotsOf(batchIds);
        consumeInputs.lockProducts(
                withdrawn.stream().map(BatchWithdrawn::product).collect(Collectors.toSet()), lots);
        queue.batchesCorrected(batchIds, () -> reports.withdrawn(withdrawn));
        inputs.withdrawn(withdrawn);
        consumeInputs.setRight(lots, causesByMember);
    }
}
