package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.sampling.rules.InspectionLevel;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.standard.Standard;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;

/** Draws the sample: the plans come from the standard's tables, the units from a seed that is kept. */
@ApplicationScoped
public class SampleBatch {

    private final SecureRandom random = new SecureRandom();
    private final Outbox outbox;

    SampleBatch(Outbox outbox) {
        this.outbox = outbox;
    }

    void sample(Batch batch, Standard standard, Cause cause) {
        InspectionLevel level =
                InspectionLevel.of(standard.content.inspectionLevel()).orElseThrow();
        List<SamplingPlan> plans = standard.content.aql().entrySet().stream()
                .map(limit -> SamplingPlan.of(
                        limit.getKey(),
                        limit.getValue(),
                        level,
                        batch.lotSize(),
                        coop.parasol.quality.sampling.rules.Severity.NORMAL))
                .toList();
        int sampleSize = plans.stream().mapToInt(SamplingPlan::sampleSize).max().orElseThrow();
        long seed = random.nextLong();
        batch.plans = new Batch.Plans(plans);
        batch.sampleSize = sampleSize;
        batch.seed = seed;
        batch.standardVersion = standard.version;
        batch.state = Batch.State.SAMPLED;
        batch.persistAndFlush();
        outbox.append(new SampleDrawn(batch.id, batch.memberId, batch.product, batch.lot, sampleSize, seed), cause);
    }
}
