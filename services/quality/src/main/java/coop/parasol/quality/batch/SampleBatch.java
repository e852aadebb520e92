package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.quality.standard.Standard;
import coop.parasol.quality.switching.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Draws the sample: the plans come from the standard's tables, the units from a seed that is kept. */
@ApplicationScoped
public class SampleBatch {

    private final SecureRandom random = new SecureRandom();
    private final Outbox outbox;

    SampleBatch(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A new batch, or one that waited: sampled as its line is inspected now, or held if nothing of the line is. The line is locked. */
    void sampleOrHold(Batch batch, Standard standard, Line line, Cause cause) {
        batch.standardVersion = standard.version;
        if (line.discontinued) {
            move(batch, Batch.State.HELD);
            batch.persistAndFlush();
        } else {
            plan(batch, standard, line);
            if (batch.seed == null) {
                batch.seed = random.nextLong();
            }
            move(batch, Batch.State.SAMPLED);
            tell(batch, cause);
        }
    }

    /**
     * The line is inspected more or less severely than when the sample was drawn. The seed stays, so that a larger sample
     * begins with the units of the smaller one.
     */
    void sampleAgain(Batch batch, Line line, Cause cause) {
        Batch.Plans before = batch.plans;
        plan(batch, batch.standard(), line);
        if (!Objects.equals(before, batch.plans)) {
            tell(batch, cause);
        }
    }

    /** A new sample for the re-inspection, with the severity that the standard names for it. */
    void sampleReworked(Batch batch, Cause cause) {
        Standard standard = batch.standard();
        if (standard.content.destructive()) {
            batch.useUpSample();
        }
        plans(batch, standard, standard.content.reinspection(), Optional.empty());
        batch.seed = random.nextLong();
        tell(batch, cause);
    }

    private static void move(Batch batch, Batch.State next) {
        if (batch.isPersistent()) {
            batch.become(next);
        } else {
            batch.state = next;
        }
    }

    private static void plan(Batch batch, Standard standard, Line line) {
        plans(batch, standard, Severity.NORMAL, Optional.of(line));
    }

    private static void plans(Batch batch, Standard standard, Severity severity, Optional<Line> line) {
        List<SamplingPlan> plans = standard.content.aql().entrySet().stream()
                .map(limit -> SamplingPlan.of(
                        limit.getKey(),
                        limit.getValue(),
                        standard.content.level(limit.getKey()),
                        batch.lotSize(),
                        line.map(its -> its.severity(limit.getKey())).orElse(severity)))
                .toList();
        batch.plans = new Batch.Plans(plans);
        batch.sampleSize =
                plans.stream().mapToInt(SamplingPlan::sampleSize).max().orElseThrow();
    }

    private void tell(Batch batch, Cause cause) {
        batch.persistAndFlush();
        outbox.append(
                new SampleDrawn(
                        batch.id,
                        batch.memberId,
                        batch.product,
                        batch.lot,
                        Objects.requireNonNull(batch.sampleSize),
                        Objects.requireNonNull(batch.seed)),
                cause);
    }
}
