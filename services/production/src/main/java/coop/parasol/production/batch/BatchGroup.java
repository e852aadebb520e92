package coop.parasol.production.batch;

import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.contracts.ProductionEvent;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.messaging.Ids;
import coop.parasol.production.batch.ReportBatch.AlreadyReported;
import coop.parasol.production.batch.ReportBatch.Outcome;
import coop.parasol.production.batch.ReportBatch.Refused;
import coop.parasol.production.batch.ReportBatch.Report;
import coop.parasol.production.batch.ReportBatch.Reported;
import coop.parasol.production.batch.rules.BestBefore;
import coop.parasol.production.batch.rules.OwnMeasurements;
import coop.parasol.production.batch.rules.ProductionDate;
import coop.parasol.production.commitment.ReportedCommitments;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.web.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports of one member that are decided one after the other on what was read for all, and then stored together. */
final class BatchGroup {

    private final Member member;
    private final Map<String, Product> products;
    private final Map<String, Batch> batchesByLot;
    private final InputResolution inputs;
    private final ReportedCommitments commitments;
    private final Instant now;
    private final LocalDate today;
    private final List<Batch> reported = new ArrayList<>();
    private final List<ProductionEvent> events = new ArrayList<>();

    /**
     * @param member locked by the caller
     * @param products that are named, as far as a standard is published for them
     * @param batchesByLot that have one of the named lots already, by its normal form
     * @param certified batches of any member by the numbers of their certificates, as far as they are named
     * @param commitments that are named
     */
    BatchGroup(
            Member member,
            Map<String, Product> products,
            Map<String, Batch> batchesByLot,
            Map<String, Batch> certified,
            ReportedCommitments commitments,
            Instant now,
            LocalDate today) {
        this.member = member;
        this.products = products;
        this.batchesByLot = new HashMap<>(batchesByLot);
        this.inputs = new InputResolution(member.id, this.batchesByLot, certified);
        this.commitments = commitments;
        this.now = now;
        this.today = today;
    }

    /** Those that were taken, to be stored in this order. */
    List<Batch> reported() {
        return reported;
    }

    /** What has happened, in this order. */
    List<ProductionEvent> events() {
        return events;
    }

    Outcome decide(Report report) {
        Product product = products.get(report.product());
        Optional<Refusal> impossible =
                Product.refusal(report.product(), product, report.quantity()).or(() -> refusalOfQuantityOrDate(report));
        if (product == null || impossible.isPresent()) {
            return new Refused(impossible.orElseThrow());
        }
        Optional<BestBefore.Outcome> bestBefore =
                BestBefore.decide(report.madeOn(), report.bestBefore(), product.shelfLifeDays);
        if (bestBefore.isEmpty()) {
            return new Refused(impossibleBestBefore(product.shelfLifeDays));
        }
        if (report.lot().normal().endsWith(LotSorted.SUFFIX)) {
            return new Refused(new Refusal.InvalidField(
                    "lot",
                    "lot-reserved",
                    "A lot that ends in " + LotSorted.SUFFIX + " is the good part of a sorted one."));
        }
        LocalDate lastDay = bestBefore.get().date();
        Batch known = batchesByLot.get(report.lot().normal());
        if (known != null) {
            return sameContent(known, report, lastDay)
                    ? new AlreadyReported(known)
                    : new Refused(new Refusal.Conflict(
                            "lot-already-reported",
                            "You have reported lot " + report.lot() + " with other content, as batch " + known.id
                                    + "."));
        }
        OwnMeasurements.Outcome checked = OwnMeasurements.check(report.measured(), product.inspected());
        InputResolution.Outcome resolved = inputs.resolve(report);
        Optional<Refusal> notAllowed = refusalOfMemberOrCommitment(report)
                .or(() -> resolved.refusal())
                .or(() -> refusalOfMeasurement(checked));
        return notAllowed.isPresent()
                ? new Refused(notAllowed.get())
                : new Reported(take(report, lastDay, resolved.lots(), checked));
    }

    private static Optional<Refusal> refusalOfMeasurement(OwnMeasurements.Outcome outcome) {
        return switch (outcome) {
            case OwnMeasurements.Checked checked -> Optional.empty();
            case OwnMeasurements.NotMeasured unknown ->
                Optional.of(new Refusal.InvalidField(
                        "measurements[" + unknown.position() + "].characteristic",
                        "unknown-characteristic",
                        "The standard has no characteristic " + unknown.characteristic() + " that is measured."));
        };
    }

    private Optional<Refusal> refusalOfQuantityOrDate(Report report) {
        if (!report.quantity().isPositive()) {
            return Optional.of(
                    new Refusal.InvalidField("quantity.value", "not-positive", "A batch is more than zero."));
        }
        return ProductionDate.isPossible(report.madeOn(), today)
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        "madeOn",
                        "made-on-impossible",
                        "The day of making is not in the future, and at most " + ProductionDate.REPORTING_DAYS
                                + " days before the report."));
    }

    private static Refusal impossibleBestBefore(@Nullable Integer shelfLifeDays) {
        return new Refusal.InvalidField(
                "bestBefore",
                "best-before-impossible",
                shelfLifeDays == null
                        ? "The product does not age; it has no best-before date."
                        : "A best-before date is not before the day of making, and at most " + shelfLifeDays
                                + " days after it.");
    }

    /** A leaving member may only make what it has committed; the commitment is its own, open and for this product. */
    private Optional<Refusal> refusalOfMemberOrCommitment(Report report) {
        UUID commitmentId = report.commitmentId();
        boolean allowed = switch (member.state) {
            case ACTIVE -> true;
            case LEAVING -> commitmentId != null;
            case LEFT -> false;
        };
        if (!allowed) {
            return Optional.of(new Refusal.Conflict(
                    "member-not-active", "A leaving member reports only what it has committed; name the commitment."));
        }
        return commitmentId == null ? Optional.empty() : commitments.refusal(commitmentId, report.product());
    }

    private Batch take(
            Report report, @Nullable LocalDate bestBefore, List<InputLot> inputLots, OwnMeasurements.Outcome measured) {
        Batch batch = new Batch();
        batch.id = Ids.next();
        batch.memberId = member.id;
        batch.product = report.product();
        batch.lot = report.lot().written();
        batch.quantity = report.quantity().value();
        batch.unit = report.quantity().unit();
        batch.madeOn = report.madeOn();
        batch.bestBefore = bestBefore;
        batch.route = report.route();
        batch.commitmentId = report.commitmentId();
        batch.inputs = inputLots.isEmpty() ? null : new Batch.InputLots(inputLots);
        batch.measurements = measured instanceof OwnMeasurements.Checked checked
                        && !checked.all().isEmpty()
                ? new Batch.Measurements(checked.all())
                : null;
        batch.state = Batch.State.REPORTED;
        batch.reportedAt = now;
        reported.add(batch);
        batchesByLot.put(report.lot().normal(), batch);
        member.batchesReported++;
        events.add(event(batch));
        if (batch.commitmentId != null) {
            events.addAll(commitments.report(batch.commitmentId, report.quantity()));
        }
        return batch;
    }

    private static BatchReported event(Batch batch) {
        return new BatchReported(
                batch.id,
                batch.memberId,
                batch.product,
                batch.lot,
                batch.made(),
                batch.madeOn,
                batch.bestBefore,
                batch.route,
                batch.commitmentId,
                batch.reportedAt,
                batch.inputs == null
                        ? null
                        : batch.inputs.all().stream().map(InputLot::told).toList());
    }

    private static boolean sameContent(Batch batch, Report report, @Nullable LocalDate bestBefore) {
        return batch.product.equals(report.product())
                && batch.made().equals(report.quantity())
                && batch.madeOn.equals(report.madeOn())
                && Objects.equals(batch.bestBefore, bestBefore)
                && batch.route.equals(report.route())
                && Objects.equals(batch.commitmentId, report.commitmentId())
                && batch.inputLots().stream().map(InputLot::named).toList().equals(report.inputs())
                && batch.measured().stream()
                        .map(OwnMeasurements.CheckedMeasurement::measurement)
                        .toList()
                        .equals(report.measured());
    }
}
