package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.ProductionEvent.BatchCorrectionRequested;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawalRequested;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.batch.ReportBatch.Report;
import coop.parasol.production.batch.rules.OwnMeasurements.Measurement;
import coop.parasol.production.commitment.ReportedCommitments;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A producer wants to correct or withdraw a batch that it has reported. Whether it is in time quality says, which draws the sample: here
 * it is only checked that the change is possible, and asked for ({@link ApplyBatchChange} does what was answered). The member is locked
 * first, so that it does not use a batch as an input that it withdraws; a batch that is locked by quality's events ({@link OnSampleDrawn})
 * is not waited for, so that of a correction and a set of events none waits for the other in a circle.
 */
@ApplicationScoped
class ChangeBatch {

    private static final Refusal SAMPLE_DRAWN =
            new Refusal.Conflict("sample-drawn", "Its sample is drawn; what was reported stays.");

    private final BatchRepository batches;
    private final InputUseRepository inputUse;
    private final ReportedCommitments.Repository commitments;
    private final Outbox outbox;
    private final FirmClock clock;

    ChangeBatch(
            BatchRepository batches,
            InputUseRepository inputUse,
            ReportedCommitments.Repository commitments,
            Outbox outbox,
            FirmClock clock) {
        this.batches = batches;
        this.inputUse = inputUse;
        this.commitments = commitments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * All that may be corrected, as it is to be. Product and lot say which batch it is and stay.
     *
     * @param bestBefore absent for the latest day that the standard allows
     */
    record Correction(
            Quantity quantity,
            LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            String route,
            List<ProcessStep> steps,
            @Nullable UUID commitmentId,
            List<NamedInput> inputs,
            List<Measurement> measured) {

        Report of(Batch batch) {
            return new Report(
                    batch.product,
                    Identifier.of(batch.lot),
                    quantity,
                    madeOn,
                    bestBefore,
                    route,
                    steps,
                    commitmentId,
                    inputs,
                    measured);
        }
    }

    sealed interface Outcome {}

    /** The change is on record and quality is asked; nothing of the batch has changed yet. */
    record Requested(BatchChange change) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    Outcome correct(UUID memberId, UUID batchId, Correction correction, Cause cause) {
        Member member = Member.lock(memberId).orElseThrow();
        Batch batch = Batch.lockIfChangeable(batchId).orElse(null);
        if (batch == null) {
            return new Refused(SAMPLE_DRAWN);
        }
        Report report = counted(member, batch, correction.of(batch));
        Map<String, Product> products = Product.ofCodes(List.of(batch.product));
        Map<String, Batch> ownInputs = ownInputs(batch, report);
        ReportCheck check = new ReportCheck(member, products);
        Optional<Refusal> refusal = refusal(member, batch)
                .or(() -> check.refusalOfMember(report))
                .or(() -> refusalOfCommitment(member, batch, report))
                .or(() -> refusalOfLaterInput(batch, ownInputs.values()))
                .or(() -> refusalOfLess(batch, correction.quantity()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        return switch (check.goods(report, clock.day(batch.reportedAt))) {
            case ReportCheck.NotPossible impossible -> new Refused(impossible.reason());
            case ReportCheck.Possible possible ->
                switch (check.details(report, inputs(batch, report, ownInputs))) {
                    case ReportCheck.NotKnown unknown -> new Refused(unknown.reason());
                    case ReportCheck.Details details ->
                        request(member, batch, content(report, possible, details), cause);
                };
        };
    }

    Outcome withdraw(UUID memberId, UUID batchId, Cause cause) {
        Member member = Member.lock(memberId).orElseThrow();
        Batch batch = Batch.lockIfChangeable(batchId).orElse(null);
        if (batch == null) {
            return new Refused(SAMPLE_DRAWN);
        }
        Optional<Refusal> refusal = refusal(member, batch).or(() -> refusalOfUse(batch));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        return request(member, batch, null, cause);
    }

    private static Optional<Refusal> refusal(Member member, Batch batch) {
        if (batch.openChange != null) {
            return conflict("change-open", "Quality has not answered yet what you wanted to change before.");
        }
        if (batch.state == Batch.State.WITHDRAWN) {
            return conflict("batch-withdrawn", "The batch is withdrawn.");
        }
        if (batch.sampleDrawn || batch.state != Batch.State.REPORTED) {
            return Optional.of(SAMPLE_DRAWN);
        }
        return member.state == Member.State.LEFT || member.isCleared()
                ? conflict("member-not-active", "Your exit is cleared by production; nothing of your batches changes.")
                : Optional.empty();
    }

    /** A correction without a commitment takes a batch away from none with a part taken from another's, as a report does not. */
    private Report counted(Member member, Batch batch, Report report) {
        if (report.commitmentId() != null) {
            return report;
        }
        List<UUID> present = batch.commitmentId == null ? List.of() : List.of(batch.commitmentId);
        ReportedCommitments open = commitments.lock(member, present, List.of(batch.product));
        return present.stream()
                .filter(open::hasTakenPart)
                .findFirst()
                .or(() -> open.awaitingTakenPart(batch.product))
                .map(report::madeFor)
                .orElse(report);
    }

    /** A commitment that the batch already counts for may be fulfilled by it; another has to be open. */
    private Optional<Refusal> refusalOfCommitment(Member member, Batch batch, Report report) {
        UUID named = report.commitmentId();
        return named == null || named.equals(batch.commitmentId)
                ? Optional.empty()
                : commitments.lock(member, List.of(named)).refusal(named, batch.product);
    }

    /** Only what was reported before it can have gone into it, or what is not reported: so no lot goes into itself in a circle. */
    private static Optional<Refusal> refusalOfLaterInput(Batch batch, Collection<Batch> ownInputs) {
        return ownInputs.stream()
                .filter(input -> !input.reportedAt.isBefore(batch.reportedAt) && !input.id.equals(batch.id))
                .findFirst()
                .map(input -> new Refusal.InvalidField(
                        "inputs",
                        "input-reported-later",
                        "You have reported your lot " + input.lot + " after this one; it did not go into it."));
    }

    /** No less was made of it than went into others. */
    private Optional<Refusal> refusalOfLess(Batch batch, Quantity corrected) {
        BigDecimal used = inputUse.usedOf(batch);
        return used.compareTo(corrected.value()) <= 0
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        "quantity.value",
                        "below-used",
                        used.stripTrailingZeros().toPlainString() + " " + batch.unit
                                + " of it went into your other lots; correct those first."));
    }

    /** What another batch was made of, or is to be by a correction, is not withdrawn: the other names it for ever. */
    private Optional<Refusal> refusalOfUse(Batch batch) {
        return batches.madeOf(batch)
                .flatMap(lot -> conflict("batch-is-input", "It went into your lot " + lot + "; correct that first."))
                .or(() -> inputUse.usedOf(batch).signum() > 0
                        ? conflict(
                                "batch-is-input", "By a correction that is not answered yet it went into another lot.")
                        : Optional.empty());
    }

    private InputResolution inputs(Batch batch, Report report, Map<String, Batch> ownInputs) {
        Map<String, Batch> certified = batches.ofCertificates(report.inputs().stream()
                .flatMap(NamedInput::certificateOfMember)
                .collect(Collectors.toSet()));
        Set<Batch> named = new HashSet<>(ownInputs.values());
        named.addAll(certified.values());
        return new InputResolution(
                batch.memberId, ownInputs, certified, inputUse.left(batch.memberId, named, batch.id));
    }

    /** The producer's own batches that are named as inputs, by lot. */
    private Map<String, Batch> ownInputs(Batch batch, Report report) {
        return batches.ofLots(
                batch.memberId,
                report.inputs().stream()
                        .flatMap(NamedInput::ownLot)
                        .map(Identifier::normal)
                        .collect(Collectors.toSet()));
    }

    private static BatchChange.Content content(
            Report report, ReportCheck.Possible possible, ReportCheck.Details details) {
        return new BatchChange.Content(
                report.quantity().value(),
                report.quantity().unit(),
                report.madeOn(),
                possible.lastDay(),
                report.route(),
                Batch.ProcessSteps.of(report.steps()),
                report.commitmentId(),
                details.inputs(),
                details.measurements());
    }

    /** @param content of a correction; null for a withdrawal */
    private Requested request(Member member, Batch batch, BatchChange.@Nullable Content content, Cause cause) {
        BatchChange change = new BatchChange();
        change.id = Ids.next();
        change.batchId = batch.id;
        change.memberId = batch.memberId;
        change.kind = content == null ? BatchChange.Kind.WITHDRAWAL : BatchChange.Kind.CORRECTION;
        change.content = content;
        change.requestedAt = clock.now();
        change.persist();
        batch.openChange = change.kind;
        member.openChanges++;
        Batch.flush();
        outbox.append(
                content == null
                        ? new BatchWithdrawalRequested(change.id, batch.id, batch.memberId)
                        : new BatchCorrectionRequested(
                                change.id,
                                batch.id,
                                batch.memberId,
                                new Quantity(content.quantity(), content.unit()),
                                content.bestBefore()),
                cause);
        return new Requested(change);
    }

    private static Optional<Refusal> conflict(String code, String detail) {
        return Optional.of(new Refusal.Conflict(code, detail));
    }
}
