package coop.parasol.production.batch;

import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.batch.ReportBatch.AlreadyReported;
import coop.parasol.production.batch.ReportBatch.Outcome;
import coop.parasol.production.batch.ReportBatch.Refused;
import coop.parasol.production.batch.ReportBatch.Report;
import coop.parasol.production.batch.ReportBatch.Reported;
import coop.parasol.production.batch.ReportBatch.Submission;
import coop.parasol.production.batch.rules.OwnMeasurements;
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
import org.jspecify.annotations.Nullable;

/** Reports of one member that are decided one after the other on what was read for all, and then stored together. */
final class BatchGroup {

    private final Member member;
    private final ReportCheck check;
    private final Map<String, Batch> batchesByLot;
    private final InputResolution inputs;
    private final InputQuantities quantities;
    private final ReportedCommitments commitments;
    private final Instant now;
    private final LocalDate today;
    private final List<Batch> reported = new ArrayList<>();
    private final List<Outbox.Decided> events = new ArrayList<>();

    /**
     * @param member locked by the caller
     * @param products that are named, as far as a standard is published for them
     * @param batchesByLot that have one of the named lots already, by its normal form
     * @param certified batches of any member by the numbers of their certificates, as far as they are named
     * @param quantities left of lots that are named as inputs
     * @param commitments that are named
     */
    BatchGroup(
            Member member,
            Map<String, Product> products,
            Map<String, Batch> batchesByLot,
            Map<String, Batch> certified,
            InputQuantities quantities,
            ReportedCommitments commitments,
            Instant now,
            LocalDate today) {
        this.member = member;
        this.check = new ReportCheck(member, products);
        this.batchesByLot = new HashMap<>(batchesByLot);
        this.quantities = quantities;
        this.inputs = new InputResolution(member.id, this.batchesByLot, certified, quantities);
        this.commitments = commitments;
        this.now = now;
        this.today = today;
    }

    /** Those that were taken, to be stored in this order. */
    List<Batch> reported() {
        return reported;
    }

    /** What has happened, in this order. */
    List<Outbox.Decided> events() {
        return events;
    }

    Outcome decide(Submission submission) {
        return switch (check.goods(submission.report(), today)) {
            case ReportCheck.NotPossible impossible -> new Refused(impossible.reason());
            case ReportCheck.Possible possible -> decide(submission, possible.lastDay());
        };
    }

    private Outcome decide(Submission submission, @Nullable LocalDate lastDay) {
        Report report = submission.report();
        if (report.lot().normal().endsWith(LotSorted.SUFFIX)) {
            return new Refused(new Refusal.InvalidField(
                    "lot",
                    "lot-reserved",
                    "A lot that ends in " + LotSorted.SUFFIX + " is the good part of a sorted one."));
        }
        Batch known = batchesByLot.get(report.lot().normal());
        if (known != null) {
            return sameContent(known, report, lastDay)
                    ? new AlreadyReported(known)
                    : new Refused(new Refusal.Conflict(
                            "lot-already-reported",
                            "You have reported lot " + report.lot() + " with other content, as batch " + known.id
                                    + "."));
        }
        return decideNew(counted(report), lastDay, submission);
    }

    /** The report with the commitment that it counts for. */
    private Report counted(Report report) {
        return report.commitmentId() != null
                ? report
                : commitments
                        .awaitingTakenPart(report.product())
                        .map(report::madeFor)
                        .orElse(report);
    }

    private Outcome decideNew(Report report, @Nullable LocalDate lastDay, Submission submission) {
        Optional<Refusal> notAllowed = check.refusalOfMember(report)
                .or(() -> report.commitmentId() == null
                        ? Optional.empty()
                        : commitments.refusal(report.commitmentId(), report.product()));
        if (notAllowed.isPresent()) {
            return new Refused(notAllowed.get());
        }
        return switch (check.details(report, inputs)) {
            case ReportCheck.NotKnown unknown -> new Refused(unknown.reason());
            case ReportCheck.Details details -> new Reported(take(report, lastDay, details, submission));
        };
    }

    private Batch take(
            Report report, @Nullable LocalDate bestBefore, ReportCheck.Details details, Submission submission) {
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
        batch.steps = Batch.ProcessSteps.of(report.steps());
        batch.commitmentId = report.commitmentId();
        batch.inputs = details.inputs();
        batch.measurements = details.measurements();
        quantities.use(batch.inputLots());
        batch.state = Batch.State.REPORTED;
        batch.reportedAt = now;
        reported.add(batch);
        batchesByLot.put(report.lot().normal(), batch);
        member.batchesReported++;
        events.add(submission.decided(event(batch)));
        if (batch.commitmentId != null) {
            commitments.report(batch.commitmentId, report.quantity()).stream()
                    .map(submission::decided)
                    .forEach(events::add);
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
                batch.toldInputs());
    }

    private static boolean sameContent(Batch batch, Report report, @Nullable LocalDate bestBefore) {
        return batch.product.equals(report.product())
                && batch.made().equals(report.quantity())
                && batch.madeOn.equals(report.madeOn())
                && Objects.equals(batch.bestBefore, bestBefore)
                && batch.route.equals(report.route())
                && batch.processSteps().equals(report.steps())
                // where none is named the firm may have found one
                && (report.commitmentId() == null || report.commitmentId().equals(batch.commitmentId))
                && NamedInput.areSame(
                        batch.inputLots().stream().map(InputLot::named).toList(), report.inputs())
                && batch.measured().stream()
                        .map(OwnMeasurements.CheckedMeasurement::measurement)
                        .toList()
                        .equals(report.measured());
    }
}
