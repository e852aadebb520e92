package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.batch.rules.BestBefore;
import coop.parasol.production.batch.rules.ProductionDate;
import coop.parasol.production.commitment.ChangeCommitment;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A producer reports a batch it has made; the batch counts towards the commitment it was made for. */
@ApplicationScoped
class ReportBatch {

    private final ChangeCommitment changeCommitment;
    private final Outbox outbox;
    private final FirmClock clock;

    ReportBatch(ChangeCommitment changeCommitment, Outbox outbox, FirmClock clock) {
        this.changeCommitment = changeCommitment;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a producer reports.
     *
     * @param lot the producer's own number, never used twice
     * @param bestBefore absent for the latest day that the standard allows
     * @param route the process it was made by
     * @param commitmentId the commitment it was made for, if any
     */
    record Report(
            UUID memberId,
            String product,
            Identifier lot,
            Quantity quantity,
            LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            String route,
            @Nullable UUID commitmentId) {}

    sealed interface Outcome {}

    record Reported(Batch batch) implements Outcome {}

    /** The same report was made before. */
    record AlreadyReported(Batch batch) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    Outcome report(Report report, Cause cause) {
        Member member = Member.lock(report.memberId()).orElse(null);
        if (member == null) {
            return new Refused(new Refusal.Conflict("member-not-active", "Only a member reports batches."));
        }
        Optional<Refusal> impossible =
                Product.refusal(report.product(), report.quantity()).or(() -> refusalOfQuantityOrDate(report));
        if (impossible.isPresent()) {
            return new Refused(impossible.get());
        }
        Integer shelfLifeDays = Product.shelfLifeDays(report.product());
        Optional<BestBefore.Outcome> bestBefore =
                BestBefore.decide(report.madeOn(), report.bestBefore(), shelfLifeDays);
        if (bestBefore.isEmpty()) {
            return new Refused(impossibleBestBefore(shelfLifeDays));
        }
        if (report.lot().normal().endsWith(LotSorted.SUFFIX)) {
            return new Refused(new Refusal.InvalidField(
                    "lot",
                    "lot-reserved",
                    "A lot that ends in " + LotSorted.SUFFIX + " is the good part of a sorted one."));
        }
        LocalDate lastDay = bestBefore.get().date();
        Optional<Batch> known = Batch.ofLot(member.id, report.lot());
        if (known.isPresent()) {
            return sameContent(known.get(), report, lastDay)
                    ? new AlreadyReported(known.get())
                    : new Refused(new Refusal.Conflict(
                            "lot-already-reported",
                            "You have reported lot " + report.lot() + " with other content, as batch " + known.get().id
                                    + "."));
        }
        Optional<Refusal> notAllowed = refusalOfMemberOrCommitment(member, report);
        return notAllowed.isPresent()
                ? new Refused(notAllowed.get())
                : new Reported(store(member, report, lastDay, cause));
    }

    private Optional<Refusal> refusalOfQuantityOrDate(Report report) {
        if (!report.quantity().isPositive()) {
            return Optional.of(
                    new Refusal.InvalidField("quantity.value", "not-positive", "A batch is more than zero."));
        }
        return ProductionDate.isPossible(report.madeOn(), clock.today())
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        "madeOn",
                        "made-on-impossible",
                        "The day of making is not in the future, and not more than 50 years ago."));
    }

    private static Refusal impossibleBestBefore(@Nullable Integer shelfLifeDays) {
        return new Refusal.InvalidField(
                "bestBefore",
                "best-before-impossible",
                "A best-before date is not before the day of making, and at most "
                        + (shelfLifeDays == null ? "100 years" : shelfLifeDays + " days") + " after it.");
    }

    /** A leaving member may only make what it has committed; the commitment is its own, open and for this product. */
    private Optional<Refusal> refusalOfMemberOrCommitment(Member member, Report report) {
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
        return commitmentId == null
                ? Optional.empty()
                : changeCommitment.refusalToReport(member.id, commitmentId, report.product());
    }

    private Batch store(Member member, Report report, @Nullable LocalDate bestBefore, Cause cause) {
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
        batch.state = Batch.State.REPORTED;
        batch.reportedAt = clock.now();
        batch.persistAndFlush();
        member.batchesReported++;
        outbox.append(event(batch), cause);
        if (batch.commitmentId != null) {
            changeCommitment.report(member, batch.commitmentId, report.quantity(), cause);
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
                batch.commitmentId);
    }

    private static boolean sameContent(Batch batch, Report report, @Nullable LocalDate bestBefore) {
        return batch.product.equals(report.product())
                && batch.made().equals(report.quantity())
                && batch.madeOn.equals(report.madeOn())
                && Objects.equals(batch.bestBefore, bestBefore)
                && batch.route.equals(report.route())
                && Objects.equals(batch.commitmentId, report.commitmentId());
    }
}
