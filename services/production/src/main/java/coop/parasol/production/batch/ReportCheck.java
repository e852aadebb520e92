package coop.parasol.production.batch;

import coop.parasol.production.batch.ReportBatch.Report;
import coop.parasol.production.batch.rules.BestBefore;
import coop.parasol.production.batch.rules.OwnMeasurements;
import coop.parasol.production.batch.rules.ProductionDate;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a report of a batch, and a correction of it, is refused for, apart from its lot and its commitment. */
final class ReportCheck {

    private final Member member;
    private final Map<String, Product> products;

    /** @param products that are named, as far as a standard is published for them */
    ReportCheck(Member member, Map<String, Product> products) {
        this.member = member;
        this.products = products;
    }

    sealed interface Goods {}

    /** @param lastDay of sale; null where the goods do not age */
    record Possible(@Nullable LocalDate lastDay) implements Goods {}

    record NotPossible(Refusal reason) implements Goods {}

    /** Whether such goods can have been made; if not, all that is wrong. */
    Goods goods(Report report, LocalDate reportedOn) {
        Product product = products.get(report.product());
        List<Refusal.InvalidField> wrong = new ArrayList<>();
        Product.refusal(report.product(), product, report.quantity()).ifPresent(wrong::add);
        if (!report.quantity().isPositive()) {
            wrong.add(new Refusal.InvalidField("quantity.value", "not-positive", "A batch is more than zero."));
        }
        if (!ProductionDate.isPossible(report.madeOn(), reportedOn)) {
            wrong.add(impossibleDay());
        }
        Optional<BestBefore.Outcome> bestBefore = product == null
                ? Optional.of(new BestBefore.Outcome(null))
                : BestBefore.decide(report.madeOn(), report.bestBefore(), product.shelfLifeDays);
        if (bestBefore.isEmpty()) {
            wrong.add(impossibleBestBefore(Objects.requireNonNull(product).shelfLifeDays));
        }
        return wrong.isEmpty() ? new Possible(bestBefore.orElseThrow().date()) : new NotPossible(Refusal.of(wrong));
    }

    /** A leaving member may only make what it has committed, and one that has left nothing. */
    Optional<Refusal> refusalOfMember(Report report) {
        boolean allowed = switch (member.state) {
            case ACTIVE -> true;
            case LEAVING -> report.commitmentId() != null;
            case LEFT -> false;
        };
        return allowed
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict(
                        "member-not-active",
                        "A leaving member reports only what it has committed; name the commitment."));
    }

    sealed interface Told {}

    /** What went into it and what was measured, as it is stored; null for nothing. */
    record Details(Batch.@Nullable InputLots inputs, Batch.@Nullable Measurements measurements) implements Told {}

    record NotKnown(Refusal reason) implements Told {}

    /** What its producer tells of it beside; {@link #goods} has found its product. */
    Told details(Report report, InputResolution inputs) {
        Product product = Objects.requireNonNull(products.get(report.product()));
        InputResolution.Outcome resolved = inputs.resolve(report);
        if (resolved.refusal().isPresent()) {
            return new NotKnown(resolved.refusal().get());
        }
        return switch (OwnMeasurements.check(report.measured(), product.inspected())) {
            case OwnMeasurements.Checked checked ->
                new Details(
                        resolved.lots().isEmpty() ? null : new Batch.InputLots(resolved.lots()),
                        checked.all().isEmpty() ? null : new Batch.Measurements(checked.all()));
            case OwnMeasurements.NotMeasured unknown ->
                new NotKnown(new Refusal.InvalidField(
                        "measurements[" + unknown.position() + "].characteristic",
                        "unknown-characteristic",
                        "The standard has no characteristic " + unknown.characteristic() + " that is measured. "
                                + (unknown.variables().isEmpty()
                                        ? "Nothing is measured by it."
                                        : "Measured are: " + String.join(", ", unknown.variables()) + ".")));
        };
    }

    private static Refusal.InvalidField impossibleDay() {
        return new Refusal.InvalidField(
                "madeOn",
                "made-on-impossible",
                "The day of making is not in the future, and at most " + ProductionDate.REPORTING_DAYS
                        + " days before the report.");
    }

    private static Refusal.InvalidField impossibleBestBefore(@Nullable Integer shelfLifeDays) {
        return new Refusal.InvalidField(
                "bestBefore",
                "best-before-impossible",
                shelfLifeDays == null
                        ? "The product does not age; it has no best-before date."
                        : "A best-before date is not before the day of making, and at most " + shelfLifeDays
                                + " days after it.");
    }
}
