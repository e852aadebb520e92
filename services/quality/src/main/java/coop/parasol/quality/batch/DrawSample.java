package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.batch.rules.BrandLot;
import coop.parasol.quality.sampling.rules.SampleDraw;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.quality.standard.Standard;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.worklist.WorkList;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Draws the sample of a batch: its size comes from the sampling plans of its standard, its units from a random seed. The
 * seed's digest is published at once and the seed after the decision, so that anyone can draw the units again. The batch
 * gets its brand lot with the first sample, and awaits an inspection from then on.
 */
@ApplicationScoped
class DrawSample {

    private final SecureRandom random = new SecureRandom();
    private final WorkList workList;
    private final Outbox outbox;
    private final FirmClock clock;

    DrawSample(WorkList workList, Outbox outbox, FirmClock clock) {
        this.workList = workList;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * For a new batch, or one that has waited: with the present severity of its series, which is locked. A batch of a
     * discontinued series is held.
     */
    void drawOrHold(Batch batch, Standard standard, InspectionSeries series, Cause cause) {
        batch.standardVersion = standard.version;
        if (series.discontinued) {
            transitionTo(batch, Batch.State.HELD);
            batch.persistAndFlush();
        } else {
            plan(batch, standard, Optional.of(series));
            if (batch.seed == null) {
                batch.seed = newSeed();
                batch.brandLot = newBrandLot();
            }
            transitionTo(batch, Batch.State.SAMPLED);
            publish(batch, cause);
        }
    }

    /**
     * For a sampled batch whose series is inspected more or less severely by now. The seed stays, so that a larger sample
     * begins with the units of the smaller one.
     */
    void drawAgain(Batch batch, InspectionSeries series, Cause cause) {
        Batch.Plans before = batch.plans;
        plan(batch, batch.standard(), Optional.of(series));
        if (!Objects.equals(before, batch.plans)) {
            publish(batch, cause);
        }
    }

    /** For the re-inspection of a reworked batch: a new sample, with the severity that the standard names for it. */
    void drawForReinspection(Batch batch, Cause cause) {
        Standard standard = batch.standard();
        if (standard.specification.destructive()) {
            batch.destroySample();
        }
        plan(batch, standard, Optional.empty());
        batch.seed = newSeed();
        publish(batch, cause);
    }

    /**
     * For the good part of a sorted lot, which is not stored yet: a sample of its own, with the severity that the standard
     * names for a re-inspection.
     */
    void drawForSortedLot(Batch batch, Cause cause) {
        plan(batch, batch.standard(), Optional.empty());
        batch.seed = newSeed();
        batch.brandLot = newBrandLot();
        publish(batch, cause);
    }

    private String newBrandLot() {
        return BrandLot.of(clock.today(), randomBytes(BrandLot.RANDOM_BYTES));
    }

    private String newSeed() {
        return HexFormat.of().formatHex(randomBytes(SampleDraw.SEED_BYTES));
    }

    private byte[] randomBytes(int number) {
        byte[] bytes = new byte[number];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void transitionTo(Batch batch, Batch.State next) {
        if (batch.isPersistent()) {
            batch.transitionTo(next);
        } else {
            batch.state = next;
        }
    }

    /** @param series whose severities count; absent for a re-inspection */
    private static void plan(Batch batch, Standard standard, Optional<InspectionSeries> series) {
        Severity reinspection = standard.specification.reinspection();
        List<SamplingPlan> plans = standard.specification.aql().entrySet().stream()
                .map(limit -> SamplingPlan.of(
                        limit.getKey(),
                        limit.getValue(),
                        standard.specification.level(limit.getKey()),
                        batch.lotSize(),
                        series.map(each -> each.severity(limit.getKey())).orElse(reinspection)))
                .toList();
        batch.plans = new Batch.Plans(plans);
        int sampleSize = plans.stream().mapToInt(SamplingPlan::sampleSize).max().orElseThrow();
        batch.sampleSize = sampleSize;
        batch.drawnUnits = Math.max(sampleSize, batch.drawnUnits == null ? 0 : batch.drawnUnits);
    }

    private void publish(Batch batch, Cause cause) {
        batch.persistAndFlush();
        int sampleSize = Objects.requireNonNull(batch.sampleSize);
        workList.put(new WorkList.Entry(
                batch.id,
                batch.memberId,
                batch.product,
                batch.lot,
                batch.reported(),
                batch.reportedAt,
                sampleSize,
                batch.state == Batch.State.REWORKED,
                batch.standard().specification.auditors()));
        outbox.append(
                new SampleDrawn(
                        batch.id,
                        batch.memberId,
                        batch.product,
                        batch.lot,
                        Objects.requireNonNull(batch.brandLot),
                        sampleSize,
                        SampleDraw.digest(Objects.requireNonNull(batch.seed))),
                cause);
    }
}
