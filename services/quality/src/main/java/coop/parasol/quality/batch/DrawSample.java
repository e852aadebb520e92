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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws the sample of a batch: its size comes from the sampling plans of its standard, its units from a random seed. The
 * seed's digest is published at once and the seed after the decision, so that anyone can draw the units again. The batch
 * gets its brand lot with the first sample, and awaits an inspection from then on.
 */
@ApplicationScoped
class DrawSample {

    private final SecureRandom random = new SecureRandom();
    private final NewBatches newBatches;
    private final WorkList workList;
    private final Outbox outbox;
    private final FirmClock clock;

    DrawSample(NewBatches newBatches, WorkList workList, Outbox outbox, FirmClock clock) {
        this.newBatches = newBatches;
        this.workList = workList;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A batch that is not stored yet.
     *
     * @param standard in force when it was reported, null where its product has none
     * @param series locked, null where its product has no standard
     */
    record NewBatch(
            Batch batch,
            @Nullable Standard standard,
            @Nullable InspectionSeries series,
            Cause cause) {}

    /**
     * For new batches, in a fixed number of statements however many there are. A batch of a discontinued series is held; one of a
     * product without a standard waits for it, and one that its producer may still correct for the end of that time.
     */
    void drawOrHoldAll(List<NewBatch> reported) {
        List<WorkList.Entry> entries = new ArrayList<>();
        List<Outbox.Decided> events = new ArrayList<>();
        String trace = Outbox.traceparent();
        for (NewBatch one : reported) {
            Batch batch = one.batch();
            Standard standard = one.standard();
            InspectionSeries series = one.series();
            if (standard == null || series == null) {
                batch.state = Batch.State.WAITING_FOR_STANDARD;
            } else if (isDrawn(batch, standard, series)) {
                entries.add(entry(batch, standard));
                events.add(new Outbox.Decided(sampleDrawn(batch), one.cause(), trace));
            }
        }
        newBatches.insert(reported.stream().map(NewBatch::batch).toList());
        workList.putAll(entries);
        outbox.append(events);
    }

    /**
     * For batches of one series that have waited: with its present severity. They are locked, and so is the series; the batches of a
     * discontinued one are held.
     */
    void drawOrHold(List<Batch> waiting, Standard standard, InspectionSeries series, Cause cause) {
        publish(
                waiting.stream()
                        .filter(batch -> isDrawn(batch, standard, series))
                        .map(batch -> new Drawn(batch, standard))
                        .toList(),
                cause);
    }

    /**
     * A batch whose producer's time to correct it is over.
     *
     * @param series locked
     */
    record DueBatch(Batch batch, Standard standard, InspectionSeries series) {}

    /** For batches that are locked and no longer corrected, in a fixed number of statements; those of a discontinued series are held. */
    void drawDue(List<DueBatch> due, Cause cause) {
        publish(
                due.stream()
                        .filter(one -> isSampled(one.batch(), one.standard(), one.series()))
                        .map(one -> new Drawn(one.batch(), one.standard()))
                        .toList(),
                cause);
    }

    /**
     * Gives the batch its plans and its sample, or holds it where its series is discontinued, or lets it wait as long as its producer
     * may correct it.
     */
    private boolean isDrawn(Batch batch, Standard standard, InspectionSeries series) {
        if (series.discontinued || !isStillCorrected(batch)) {
            return isSampled(batch, standard, series);
        }
        batch.standardVersion = standard.version;
        transitionTo(batch, Batch.State.REPORTED);
        return false;
    }

    private boolean isStillCorrected(Batch batch) {
        return batch.seed == null && batch.sampleDueAt != null && batch.sampleDueAt.isAfter(clock.now());
    }

    /** The same for one whose producer may not correct it any more. */
    private boolean isSampled(Batch batch, Standard standard, InspectionSeries series) {
        batch.standardVersion = standard.version;
        if (series.discontinued) {
            transitionTo(batch, Batch.State.HELD);
            return false;
        }
        plan(batch, standard, Optional.of(series));
        if (batch.seed == null) {
            batch.seed = newSeed();
            batch.brandLot = newBrandLot();
        }
        if (batch.state != Batch.State.SAMPLED) {
            transitionTo(batch, Batch.State.SAMPLED);
        }
        return true;
    }

    /**
     * For batches of one series, which is locked, is not discontinued and is inspected more or less severely by now. A seed stays, so
     * that a larger sample begins with the units of the smaller one; who was held before it had a sample gets the first.
     */
    void drawAgain(List<Batch> batches, InspectionSeries series, Cause cause) {
        Map<Integer, Standard> standards = new HashMap<>();
        List<Drawn> changed = new ArrayList<>();
        for (Batch batch : batches) {
            Batch.Plans before = batch.plans;
            Standard standard = standards.computeIfAbsent(
                    Objects.requireNonNull(batch.standardVersion), version -> Standard.version(batch.product, version));
            if (isDrawn(batch, standard, series) && !Objects.equals(before, batch.plans)) {
                changed.add(new Drawn(batch, standard));
            }
        }
        publish(changed, cause);
    }

    /** For the re-inspection of a reworked batch: a new sample, with the severity that the standard names for it. */
    void drawForReinspection(Batch batch, Cause cause) {
        Standard standard = batch.standard();
        if (standard.specification.destructive()) {
            batch.destroySample();
        }
        plan(batch, standard, Optional.empty());
        batch.seed = newSeed();
        publish(batch, standard, cause);
    }

    /**
     * For the good part of a sorted lot, which is not stored yet: a sample of its own, with the severity that the standard
     * names for a re-inspection.
     */
    void drawForSortedLot(Batch batch, Cause cause) {
        Standard standard = batch.standard();
        plan(batch, standard, Optional.empty());
        batch.seed = newSeed();
        batch.brandLot = newBrandLot();
        publish(batch, standard, cause);
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
                .sorted(Map.Entry.comparingByKey())
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

    /** A batch with a new sample, and its standard. */
    private record Drawn(Batch batch, Standard standard) {}

    private void publish(Batch batch, Standard standard, Cause cause) {
        publish(List.of(new Drawn(batch, standard)), cause);
    }

    private void publish(List<Drawn> drawn, Cause cause) {
        if (drawn.isEmpty()) {
            return;
        }
        String trace = Outbox.traceparent();
        Batch.persist(drawn.stream().map(Drawn::batch));
        Batch.flush();
        workList.putAll(
                drawn.stream().map(one -> entry(one.batch(), one.standard())).toList());
        outbox.append(drawn.stream()
                .map(one -> new Outbox.Decided(sampleDrawn(one.batch()), cause, trace))
                .toList());
    }

    private static WorkList.Entry entry(Batch batch, Standard standard) {
        return new WorkList.Entry(
                batch.id,
                batch.memberId,
                batch.product,
                batch.lot,
                batch.reported(),
                batch.reportedAt,
                Objects.requireNonNull(batch.sampleSize),
                batch.state == Batch.State.REWORKED,
                standard.specification.auditors(),
                batch.suspendedBy != null);
    }

    private static SampleDrawn sampleDrawn(Batch batch) {
        return new SampleDrawn(
                batch.id,
                batch.memberId,
                batch.product,
                batch.lot,
                Objects.requireNonNull(batch.brandLot),
                Objects.requireNonNull(batch.sampleSize),
                SampleDraw.digest(Objects.requireNonNull(batch.seed)));
    }
}
