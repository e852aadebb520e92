package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps for which commitment a corrected batch was made, which decides when it is sold, and what has gone into it. */
@ApplicationScoped
public class OnBatchCorrected implements SetHandler<BatchCorrected> {

    private final ReportedBatches reports;
    private final BatchInputs inputs;
    private final BatchQueue queue;
    private final ConsumeInputs consumeInputs;

    OnBatchCorrected(ReportedBatches reports, BatchInputs inputs, BatchQueue queue, ConsumeInputs consumeInputs) {
        this.reports = reports;
        this.inputs = inputs;
        this.queue = queue;
        this.consumeInputs = consumeInputs;
    }

    @Override
    public void onAll(List<Received<BatchCorrected>> events) {
        List<BatchCorrected> corrected = events.stream().map(Received::event).toList();
        List<UUID> batchIds = corrected.stream().map(BatchCorrected::batchId).toList();
        Map<UUID, Cause> causesByMember = new HashMap<>();
        events.forEach(received -> causesByMember.put(received.event().memberId(), Cause.by(received.envelope())));
        Set<UUID> lots = inputs.lotsOf(batchIds);
        corrected.forEach(event -> BatchInputs.named(event.inputs()).forEach(lots::add));
        consumeInputs.lockProducts(
                corrected.stream().map(BatchCorrected::product).collect(Collectors.toSet()), lots);
        queue.batchesCorrected(batchIds, () -> reports.corrected(corrected));
        inputs.corrected(corrected);
        consumeInputs.setRight(lots, causesByMember);
    }
}
