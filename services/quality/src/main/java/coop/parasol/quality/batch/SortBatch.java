package coop.parasol.quality.batch;

import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.rules.UnitWords;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.batch.rules.Sorting;
import coop.parasol.quality.exit.ProducerClearance;
import coop.parasol.quality.performance.RecordBatchOutcome;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A producer has sorted a rejected lot: the good part becomes a lot of its own, which has the one re-inspection there is
 * for a resubmitted lot (MIL-STD-105E; it does not count for switching), and the rest is scrapped.
 */
@ApplicationScoped
class SortBatch {

    private final DrawSample drawSample;
    private final ProducerClearance clearance;
    private final RecordBatchOutcome recordOutcome;
    private final Outbox outbox;
    private final FirmClock clock;

    SortBatch(
            DrawSample drawSample,
            ProducerClearance clearance,
            RecordBatchOutcome recordOutcome,
            Outbox outbox,
            FirmClock clock) {
        this.drawSample = drawSample;
        this.clearance = clearance;
        this.recordOutcome = recordOutcome;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The outcome of sorting a batch. */
    sealed interface Outcome permits Sorted, Refused {}

    /** @param good the lot of its own, whose sample is drawn */
    record Sorted(Batch good) implements Outcome {}

    /** The batch cannot be sorted, or not so. */
    record Refused(Refusal reason) implements Outcome {}

    /**
     * The series and then the batch are locked.
     *
     * @param good how much goes on
     * @param description how it was sorted
     */
    Outcome sort(Batch batch, InspectionSeries series, Quantity good, String description, Cause cause) {
        Optional<Refusal> refusal = refuseState(batch, series).or(() -> refuseQuantity(batch, good));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        // the good part takes the place of the first in the count of batches that a leaving producer waits for
        if (!clearance.reopen(batch.memberId)) {
            return new Refused(ReworkBatch.exitCleared());
        }
        Quantity scrapped = new Quantity(left(batch).subtract(good.value()), batch.unit);
        Batch sorted = goodPart(batch, good, description);
        outbox.append(
                new LotSorted(
                        sorted.id,
                        batch.id,
                        batch.memberId,
                        batch.product,
                        sorted.lot,
                        batch.lot,
                        good,
                        scrapped,
                        batch.bestBefore),
                cause);
        scrapRest(batch, sorted.lot, good, scrapped, cause);
        drawSample.drawForSortedLot(sorted, cause);
        recordOutcome.reworked(batch.memberId, batch.product);
        return new Sorted(sorted);
    }

    private Optional<Refusal> refuseState(Batch batch, InspectionSeries series) {
        if (batch.state != Batch.State.REJECTED) {
            return conflict("not-rejected", "Only a REJECTED batch is sorted; this one is " + batch.state + ".");
        }
        if (batch.suspendedBy != null) {
            return conflict("batch-suspended", "The quality desk has suspended this batch; it stays as it is for now.");
        }
        if (batch.isPastLastDay(clock.today())) {
            return conflict("past-last-day", "Its last day of sale is over; it is not inspected any more. Scrap it.");
        }
        return series.discontinued
                ? conflict(
                        "inspection-discontinued",
                        "No batch of this product is inspected before a corrective action is accepted.")
                : Optional.empty();
    }

    private static Optional<Refusal> refuseQuantity(Batch batch, Quantity good) {
        if (!good.unit().equals(batch.unit)) {
            return Optional.of(
                    new Refusal.InvalidField("good.unit", "other-unit", "The batch is counted in " + batch.unit + "."));
        }
        // units that a destructive inspection has looked at are gone already, the nonconforming ones included
        long found = batch.isInspectedDestructively() ? 0 : nonconformingFound(batch);
        return Sorting.refusal(good.value(), left(batch), found)
                .map(error -> new Refusal.InvalidField("good.value", error.code(), error.detail()));
    }

    /** How many units its inspection has found nonconforming, at least: where only counts were entered the largest of a class. */
    private static long nonconformingFound(Batch batch) {
        if (batch.nonconformingUnits != null) {
            return batch.nonconformingUnits.units().size();
        }
        Map<DefectClass, Integer> counts = batch.defectives == null ? Map.of() : batch.defectives.counts();
        return batch.requirePlans().stream()
                .mapToLong(plan -> {
                    int count = counts.getOrDefault(plan.defectClass(), 0);
                    return plan.countsDefects() ? Math.min(1, count) : count;
                })
                .max()
                .orElse(0);
    }

    private static BigDecimal left(Batch batch) {
        return batch.isInspectedDestructively() ? batch.withoutSample() : batch.quantity;
    }

    private static Batch goodPart(Batch batch, Quantity good, String description) {
        Batch sorted = new Batch();
        sorted.id = Ids.next();
        sorted.memberId = batch.memberId;
        sorted.product = batch.product;
        sorted.lot = batch.lot + LotSorted.SUFFIX;
        sorted.sortedFrom = batch.id;
        sorted.originLot = batch.lot;
        sorted.quantity = good.value();
        sorted.unit = batch.unit;
        sorted.bestBefore = batch.bestBefore;
        sorted.reportedAt = batch.reportedAt;
        sorted.standardVersion = batch.standardVersion;
        sorted.state = Batch.State.REWORKED;
        sorted.beginReinspection(description);
        return sorted;
    }

    private void scrapRest(Batch batch, String sortedLot, Quantity good, Quantity scrapped, Cause cause) {
        batch.transitionTo(Batch.State.SCRAPPED);
        batch.reason =
                "Sorted: " + counted(good) + " go on as lot " + sortedLot + ", " + counted(scrapped) + " are scrapped.";
        batch.reasonData = BatchReason.sorted(good, scrapped, sortedLot);
        batch.persistAndFlush();
        outbox.append(new BatchScrapped(batch.id, batch.memberId, batch.product, batch.lot, batch.reason), cause);
    }

    /** Pieces have no unit in a sentence. */
    private static String counted(Quantity quantity) {
        return UnitWords.arePieces(quantity.unit()) ? quantity.text() : quantity.toString();
    }

    private static Optional<Refusal> conflict(String code, String detail) {
        return Optional.of(new Refusal.Conflict(code, detail));
    }
}
