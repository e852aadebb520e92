package coop.parasol.production.handover;

import coop.parasol.contracts.ProductionEvent.CommitmentHandedOver;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.commitment.CapacityLimit;
import coop.parasol.production.commitment.ChangeCommitment;
import coop.parasol.production.commitment.Commitment;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.commitment.MoveCommitment;
import coop.parasol.production.counting.CountedUnits;
import coop.parasol.production.freeze.PlanningFreeze;
import coop.parasol.production.handover.rules.HandoverRules;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Inside the freeze nothing of a commitment is changed but this: its producer hands over what counts of it to another member, which
 * accepts it. The units count for the other from then on; of both together as many count, and are committed, as before.
 */
@ApplicationScoped
class HandOverCommitment {

    private final MoveCommitment moveCommitment;
    private final CommittedQuantities committed;
    private final CountedUnits counted;
    private final CapacityLimit capacityLimit;
    private final PlanningFreeze freeze;
    private final FirmClock clock;
    private final Outbox outbox;

    HandOverCommitment(
            MoveCommitment moveCommitment,
            CommittedQuantities committed,
            CountedUnits counted,
            CapacityLimit capacityLimit,
            PlanningFreeze freeze,
            FirmClock clock,
            Outbox outbox) {
        this.moveCommitment = moveCommitment;
        this.committed = committed;
        this.counted = counted;
        this.capacityLimit = capacityLimit;
        this.freeze = freeze;
        this.clock = clock;
        this.outbox = outbox;
    }

    sealed interface Outcome {}

    record Done(Handover handover) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /**
     * Proposes to hand over a part of a commitment.
     *
     * @param from the producer, whose commitment it is
     * @param to the member that is to accept it
     */
    Outcome propose(UUID from, UUID commitmentId, UUID to, Quantity part) {
        List<Member> members = Member.lockAll(List.of(from, to));
        Commitment commitment = Commitment.lock(commitmentId).orElseThrow();
        Optional<Refusal> refusal = receiver(members, from, to).or(() -> refusal(commitment, part, from));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Handover handover = new Handover();
        handover.id = Ids.next();
        handover.fromMemberId = from;
        handover.toMemberId = to;
        handover.commitmentId = commitmentId;
        handover.product = commitment.product;
        handover.grade = commitment.grade;
        handover.period = commitment.period;
        handover.unit = commitment.unit;
        handover.quantity = part.value();
        handover.state = Handover.State.PROPOSED;
        handover.proposedAt = clock.now();
        handover.persistAndFlush();
        return new Done(handover);
    }

    /**
     * The named member accepts: it commits the part from now on, and the part counts for it.
     *
     * @param route by which it makes it
     */
    Outcome accept(Handover.Parties parties, UUID handoverId, String route, Cause cause) {
        List<Member> members = Member.lockAll(List.of(parties.from(), parties.to()));
        Handover handover = Handover.lock(handoverId).orElseThrow();
        Commitment commitment = Commitment.lock(handover.commitmentId).orElseThrow();
        Quantity part = new Quantity(handover.quantity, handover.unit);
        Optional<Refusal> refusal = notPending(handover)
                .or(() -> receiver(members, parties.from(), parties.to()))
                .or(() -> refusal(commitment, part, parties.from()))
                .or(() -> capacityLimit.refusal(parties.to(), handover.product, handover.week(), handover.quantity))
                .or(() -> moveCommitment.refusal(parties.to(), commitment, route, handover.quantity));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Commitment own = moveCommitment.move(
                member(members, parties.from()),
                commitment,
                member(members, parties.to()),
                route,
                handover.quantity,
                false,
                cause);
        counted.handOver(parties.from(), parties.to(), commitment.goods(), handover.quantity, cause);
        handover.toCommitmentId = own.id;
        handover.decide(Handover.State.ACCEPTED, clock.now());
        Handover.flush();
        outbox.append(event(handover, own.id), cause);
        return new Done(handover);
    }

    /** The named member declines it, or its proposer withdraws it; nothing changes. */
    Outcome end(Handover.Parties parties, UUID handoverId, UUID by) {
        Member.lockAll(List.of(parties.from(), parties.to()));
        Handover handover = Handover.lock(handoverId).orElseThrow();
        Optional<Refusal> refusal = notPending(handover);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        handover.decide(
                by.equals(handover.fromMemberId) ? Handover.State.WITHDRAWN : Handover.State.DECLINED, clock.now());
        Handover.flush();
        return new Done(handover);
    }

    private static Optional<Refusal> receiver(List<Member> members, UUID from, UUID to) {
        if (from.equals(to)) {
            return Optional.of(
                    new Refusal.InvalidField("memberId", "own-commitment", "It is handed over to another member."));
        }
        boolean active =
                members.stream().anyMatch(member -> member.id.equals(to) && member.state == Member.State.ACTIVE);
        return active
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        "memberId", "unknown-member", "It is handed over to an active member; this is none."));
    }

    private Optional<Refusal> refusal(Commitment commitment, Quantity part, UUID from) {
        if (commitment.state != Commitment.State.OPEN) {
            return Optional.of(ChangeCommitment.notOpen(commitment.state));
        }
        Optional<Refusal> refusal = freeze.refusalToHandOver(commitment.week())
                .or(() -> Product.refusal(commitment.product, part))
                .or(() -> part.isPositive()
                        ? Optional.empty()
                        : Optional.of(new Refusal.InvalidField(
                                "quantity.value", "not-positive", "What is handed over is more than zero.")));
        if (refusal.isPresent()) {
            return refusal;
        }
        Optional<BigDecimal> counts = counted.countsNow(from, commitment.goods());
        if (counts.isEmpty()) {
            return Optional.of(new Refusal.Conflict(
                    "not-counted-yet", "It is not fixed yet what counts for this week; try again in a minute."));
        }
        BigDecimal max = HandoverRules.max(
                new HandoverRules.Commitment(commitment.quantity, commitment.reported, commitment.taken),
                counts.get(),
                committed.reportedOf(from, commitment.goods()));
        return part.value().compareTo(max) <= 0
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        "quantity.value",
                        "more-than-counts",
                        "Of this commitment " + max.stripTrailingZeros().toPlainString()
                                + " counts and is not made, and may be handed over."));
    }

    private static Optional<Refusal> notPending(Handover handover) {
        return handover.state == Handover.State.PROPOSED
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict("already-decided", "The handover is " + handover.state + "."));
    }

    private static CommitmentHandedOver event(Handover handover, UUID toCommitmentId) {
        return new CommitmentHandedOver(
                handover.id,
                handover.fromMemberId,
                handover.commitmentId,
                handover.toMemberId,
                toCommitmentId,
                handover.product,
                handover.grade,
                handover.week(),
                new Quantity(handover.quantity, handover.unit));
    }

    private static Member member(List<Member> members, UUID id) {
        return members.stream()
                .filter(member -> member.id.equals(id))
                .findFirst()
                .orElseThrow();
    }
}
