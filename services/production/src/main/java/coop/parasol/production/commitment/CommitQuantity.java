package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.commitment.rules.CommitmentRules;
import coop.parasol.production.freeze.PlanningFreeze;
import coop.parasol.production.member.Member;
import coop.parasol.production.outlook.DemandOutlook;
import coop.parasol.production.product.Product;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A producer commits a quantity of a product for an ISO week. */
@ApplicationScoped
class CommitQuantity {

    private final DemandOutlook outlook;
    private final PlanningFreeze freeze;
    private final CapacityLimit capacityLimit;
    private final Outbox outbox;

    CommitQuantity(DemandOutlook outlook, PlanningFreeze freeze, CapacityLimit capacityLimit, Outbox outbox) {
        this.outlook = outlook;
        this.freeze = freeze;
        this.capacityLimit = capacityLimit;
        this.outbox = outbox;
    }

    /**
     * What a producer commits.
     *
     * @param grade of the product; absent for the best
     * @param route the process that the producer has chosen, in its own words
     */
    record Request(
            UUID memberId, String product, @Nullable String grade, Period period, Quantity quantity, String route) {}

    sealed interface Outcome {}

    record Committed(Commitment commitment) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    Outcome commit(Request request, Cause cause) {
        return Member.lock(request.memberId())
                .map(member -> commit(member, request, cause))
                .orElseGet(() -> new Refused(ChangeCommitment.NOT_ACTIVE));
    }

    /** @param member locked by the caller */
    Outcome commit(Member member, Request request, Cause cause) {
        Optional<String> grade = Product.gradeOf(request.product(), request.grade());
        Optional<Refusal> refusal = refusal(request, grade.orElse(""), member.state == Member.State.ACTIVE)
                .or(() -> Product.refusal(request.product(), request.quantity()))
                .or(() -> grade.isPresent() ? Optional.empty() : Optional.of(unknownGrade(request)))
                .or(() -> freeze.refusalToPlan(request.period()))
                .or(() -> freeze.refusalToChange(request.period()))
                .or(() -> capacityLimit.refusal(
                        member.id,
                        request.product(),
                        request.period(),
                        request.quantity().value()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        return new Committed(store(member, request, grade.orElseThrow(), cause));
    }

    /** @param member locked by the caller */
    Commitment store(Member member, Request request, String grade, Cause cause) {
        Commitment commitment = new Commitment();
        commitment.id = Ids.next();
        commitment.memberId = member.id;
        commitment.product = request.product();
        commitment.grade = grade;
        commitment.period = request.period().toString();
        commitment.route = request.route();
        commitment.quantity = request.quantity().value();
        commitment.unit = request.quantity().unit();
        commitment.reported = BigDecimal.ZERO;
        commitment.state = Commitment.State.OPEN;
        commitment.persistAndFlush();
        member.openCommitments++;
        outlook.addCommitments(
                commitment.product, commitment.grade, request.period(), commitment.unit, commitment.outstanding());
        outbox.append(ChangeCommitment.committed(commitment), cause);
        return commitment;
    }

    private static Refusal unknownGrade(Request request) {
        return new Refusal.InvalidField(
                "grade", "unknown-grade", "The standard of " + request.product() + " has no such grade.");
    }

    private static Optional<Refusal> refusal(Request request, String grade, boolean active) {
        UUID openCommitmentId = Commitment.findOpen(
                        request.memberId(), request.product(), grade, request.period(), request.route())
                .map(open -> open.id)
                .orElse(null);
        return switch (CommitmentRules.decideNew(active, request.quantity(), openCommitmentId)) {
            case CommitmentRules.Allowed allowed -> Optional.empty();
            case CommitmentRules.MemberNotActive inactive -> Optional.of(ChangeCommitment.NOT_ACTIVE);
            case CommitmentRules.NotPositive notPositive ->
                Optional.of(
                        new Refusal.InvalidField("quantity.value", "not-positive", "A commitment is more than zero."));
            case CommitmentRules.AlreadyCommitted committed ->
                Optional.of(new Refusal.Conflict(
                        "already-committed",
                        "Commitment " + committed.openCommitmentId()
                                + " is open for this product, grade, week and route; change that one."));
        };
    }
}
