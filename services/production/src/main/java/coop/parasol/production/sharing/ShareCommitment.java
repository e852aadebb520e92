package coop.parasol.production.sharing;

import coop.parasol.contracts.ProductionEvent.OverflowTaken;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.commitment.CapacityLimit;
import coop.parasol.production.commitment.ChangeCommitment;
import coop.parasol.production.commitment.Commitment;
import coop.parasol.production.commitment.MoveCommitment;
import coop.parasol.production.freeze.PlanningFreeze;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.production.sharing.rules.OfferRules;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A producer offers a part of what it has committed to others, and another takes it. The firms of an owner are locked together, so
 * that it does not give and take at once; of two that take the rest of an offer at once the first gets it.
 */
@ApplicationScoped
class ShareCommitment {

    private final SharedOffers offers;
    private final OriginatorShareBylaw originatorShare;
    private final MoveCommitment moveCommitment;
    private final CapacityLimit capacityLimit;
    private final PlanningFreeze freeze;
    private final FirmClock clock;
    private final Outbox outbox;

    ShareCommitment(
            SharedOffers offers,
            OriginatorShareBylaw originatorShare,
            MoveCommitment moveCommitment,
            CapacityLimit capacityLimit,
            PlanningFreeze freeze,
            FirmClock clock,
            Outbox outbox) {
        this.offers = offers;
        this.originatorShare = originatorShare;
        this.moveCommitment = moveCommitment;
        this.capacityLimit = capacityLimit;
        this.freeze = freeze;
        this.clock = clock;
        this.outbox = outbox;
    }

    sealed interface Outcome {}

    record Offered(SharedOffer offer) implements Outcome {}

    record Taken(SharedOffers.TakenPart part) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /**
     * Offers a part of a commitment.
     *
     * @param memberId the producer, whose commitment it is
     * @param to members by name; empty for all
     */
    Outcome offer(UUID memberId, UUID commitmentId, Quantity part, Collection<UUID> to) {
        List<Member> firms = Member.lockFirmsOfOwner(memberId);
        Commitment commitment = Commitment.lock(commitmentId).orElseThrow();
        Optional<Refusal> refusal = refusalToOffer(firms, commitment, part, new TreeSet<>(to));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        SharedOffer offer = new SharedOffer();
        offer.id = Ids.next();
        offer.memberId = memberId;
        offer.commitmentId = commitmentId;
        offer.product = commitment.product;
        offer.grade = commitment.grade;
        offer.period = commitment.period;
        offer.unit = commitment.unit;
        offer.offered = part.value();
        offer.taken = BigDecimal.ZERO;
        offer.toAll = to.isEmpty();
        offer.state = SharedOffer.State.OPEN;
        offer.offeredAt = clock.now();
        offer.originatorShare = originatorShare.inForceAt(offer.offeredAt);
        offer.persistAndFlush();
        offers.name(offer.id, new TreeSet<>(to));
        return new Offered(offer);
    }

    private Optional<Refusal> refusalToOffer(
            List<Member> firms, Commitment commitment, Quantity part, Collection<UUID> to) {
        if (commitment.state != Commitment.State.OPEN) {
            return Optional.of(ChangeCommitment.notOpen(commitment.state));
        }
        List<UUID> own = ids(firms);
        if (to.stream().anyMatch(own::contains)) {
            return Optional.of(new Refusal.InvalidField(
                    "memberIds", "own-offer", "Nobody shares orders with itself, or with a firm of the same owner."));
        }
        if (to.size() != Member.countActive(to)) {
            return Optional.of(new Refusal.InvalidField(
                    "memberIds", "unknown-member", "It is offered to active members; one of these is none."));
        }
        return freeze.refusalToChange(commitment.week())
                .or(() -> Product.refusal(commitment.product, part))
                .or(() -> refusal(OfferRules.offer(
                        part.value(),
                        commitment.outstanding(),
                        offers.openOf(commitment.id),
                        offers.sideOf(own, commitment.goods()))));
    }

    /**
     * Takes a part of an offer, as a commitment of its own.
     *
     * @param memberId who takes it
     * @param route by which it makes it
     */
    Outcome take(UUID memberId, UUID offerId, Quantity part, String route, Cause cause) {
        UUID originatorId = SharedOffer.originatorOf(offerId).orElseThrow();
        List<Member> locked = Member.lockFirmsOfOwnerAnd(memberId, originatorId);
        Optional<Member> known = member(locked, memberId);
        if (known.isEmpty()) {
            return new Refused(ChangeCommitment.NOT_ACTIVE);
        }
        Member taker = known.get();
        Member originator = member(locked, originatorId).orElseThrow();
        SharedOffer offer = SharedOffer.lock(offerId).orElseThrow();
        Commitment commitment = Commitment.lock(offer.commitmentId).orElseThrow();
        Optional<Refusal> refusal = refusalToTake(locked, taker, originator, offer, commitment, part, route);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Commitment own = moveCommitment.move(originator, commitment, taker, route, part.value(), true, cause);
        offer.taken = offer.taken.add(part.value());
        if (offer.taken.compareTo(offer.offered) == 0) {
            offer.end(SharedOffer.State.TAKEN, clock.now());
        }
        SharedOffer.flush();
        SharedOffers.TakenPart taken = new SharedOffers.TakenPart(
                Ids.next(),
                offer.id,
                originator.id,
                taker.id,
                own.id,
                offer.product,
                offer.grade,
                offer.week(),
                offer.unit,
                part.value(),
                offer.originatorShare,
                clock.now());
        offers.take(taken.id(), offer.id, taker.id, own.id, part.value(), taken.takenAt());
        outbox.append(event(taken, commitment.id), cause);
        return new Taken(taken);
    }

    private Optional<Refusal> refusalToTake(
            List<Member> locked,
            Member taker,
            Member originator,
            SharedOffer offer,
            Commitment commitment,
            Quantity part,
            String route) {
        if (taker.state != Member.State.ACTIVE) {
            return Optional.of(ChangeCommitment.NOT_ACTIVE);
        }
        if (offer.state != SharedOffer.State.OPEN) {
            return Optional.of(notOpen(offer));
        }
        List<UUID> ownFirms = locked.stream()
                .filter(firm -> firm.ownerId.equals(taker.ownerId))
                .map(firm -> firm.id)
                .toList();
        return freeze.refusalToChange(offer.week())
                .or(() -> Product.refusal(offer.product, part))
                .or(() -> refusal(OfferRules.take(
                        part.value(),
                        OfferRules.available(offer.offered, offer.taken, commitment.outstanding()),
                        taker.ownerId.equals(originator.ownerId),
                        offer.toAll || offers.isNamed(offer.id, taker.id),
                        offers.sideOf(ownFirms, commitment.goods()))))
                .or(() -> capacityLimit.refusal(taker.id, offer.product, offer.week(), part.value()))
                .or(() -> moveCommitment.refusal(taker.id, commitment, route, part.value()));
    }

    /** Withdraws what is not taken of an offer; what is taken stays taken. */
    Outcome withdraw(UUID memberId, UUID offerId) {
        Member.lock(memberId);
        SharedOffer offer = SharedOffer.lock(offerId).orElseThrow();
        if (offer.state != SharedOffer.State.OPEN) {
            return new Refused(notOpen(offer));
        }
        offer.end(SharedOffer.State.WITHDRAWN, clock.now());
        SharedOffer.flush();
        return new Offered(offer);
    }

    private static OverflowTaken event(SharedOffers.TakenPart part, UUID originatorCommitmentId) {
        return new OverflowTaken(
                part.id(),
                part.originatorId(),
                originatorCommitmentId,
                part.memberId(),
                part.commitmentId(),
                part.product(),
                part.grade(),
                part.period(),
                new Quantity(part.quantity(), part.unit()),
                part.originatorShare(),
                part.takenAt());
    }

    private static Refusal notOpen(SharedOffer offer) {
        return new Refusal.Conflict("offer-not-open", "The offer is " + offer.state + ".");
    }

    private static Optional<Refusal> refusal(OfferRules.Decision decision) {
        return switch (decision) {
            case OfferRules.Allowed allowed -> Optional.empty();
            case OfferRules.Refused refused ->
                Optional.of(
                        refused.field().isEmpty()
                                ? new Refusal.Conflict(refused.code(), refused.detail())
                                : new Refusal.InvalidField(refused.field(), refused.code(), refused.detail()));
        };
    }

    private static Optional<Member> member(List<Member> members, UUID id) {
        return members.stream().filter(member -> member.id.equals(id)).findFirst();
    }

    private static List<UUID> ids(List<Member> members) {
        return members.stream().map(member -> member.id).toList();
    }
}
