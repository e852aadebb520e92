package coop.parasol.production.sharing;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.freeze.PlanningFreeze;
import coop.parasol.production.member.FirmOwners;
import coop.parasol.production.member.MemberNames;
import coop.parasol.production.sharing.SharedOffers.TakenPart;
import coop.parasol.production.sharing.rules.OfferRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Offers and what was taken of them, as those see them who make or take them. */
@ApplicationScoped
public class OfferViews {

    private final SharedOffers offers;
    private final MemberNames names;
    private final FirmOwners owners;
    private final CommittedQuantities commitments;
    private final PlanningFreeze freeze;

    OfferViews(
            SharedOffers offers,
            MemberNames names,
            FirmOwners owners,
            CommittedQuantities commitments,
            PlanningFreeze freeze) {
        this.commitments = commitments;
        this.offers = offers;
        this.names = names;
        this.owners = owners;
        this.freeze = freeze;
    }

    /**
     * A member that an offer is made to, or that has taken a part.
     *
     * @param name absent once it was erased
     */
    public record MemberView(UUID memberId, @Nullable String name) {}

    /**
     * Your own offer.
     *
     * @param offered of the commitment
     * @param taken of it
     * @param toAll whether all members may take it; else those in {@code to}
     * @param originatorShare what you keep of what taken parts pay, in basis points: 300 is 3 %
     * @param parts that were taken, in their order
     */
    public record OfferView(
            UUID offerId,
            UUID memberId,
            UUID commitmentId,
            String product,
            String grade,
            Period period,
            Quantity offered,
            Quantity taken,
            boolean toAll,
            List<MemberView> to,
            int originatorShare,
            SharedOffer.State state,
            Instant offeredAt,
            @Nullable Instant endedAt,
            List<PartView> parts) {}

    /** A part of your offer that another member has taken. */
    public record PartView(UUID partId, MemberView takenBy, Quantity quantity, Instant takenAt) {}

    /**
     * Another member's offer.
     *
     * @param originator who has made the commitment
     * @param available what is left of it
     * @param toAll whether it is made to all members; else to you by name
     * @param originatorShare what the originator keeps of what a taken part pays, in basis points: 300 is 3 %
     */
    public record OfferToYouView(
            UUID offerId,
            MemberView originator,
            String product,
            String grade,
            Period period,
            Quantity available,
            boolean toAll,
            int originatorShare,
            Instant offeredAt) {}

    /**
     * A part of another's commitment that you have taken.
     *
     * @param commitmentId your own commitment that it is in
     * @param originatorShare what the originator keeps of what it pays, in basis points: 300 is 3 %
     */
    public record TakenPartView(
            UUID partId,
            UUID memberId,
            UUID commitmentId,
            MemberView originator,
            String product,
            String grade,
            Period period,
            Quantity quantity,
            int originatorShare,
            Instant takenAt) {}

    OfferView of(SharedOffer offer) {
        return of(List.of(offer)).getFirst();
    }

    List<OfferView> of(List<SharedOffer> page) {
        List<UUID> ids = page.stream().map(offer -> offer.id).toList();
        Map<UUID, List<SharedOffers.Named>> named =
                offers.named(ids).stream().collect(Collectors.groupingBy(SharedOffers.Named::offerId));
        Map<UUID, List<TakenPart>> parts =
                offers.partsOf(ids).stream().collect(Collectors.groupingBy(TakenPart::offerId));
        List<UUID> members = new ArrayList<>();
        named.values().forEach(each -> each.forEach(one -> members.add(one.memberId())));
        parts.values().forEach(each -> each.forEach(one -> members.add(one.memberId())));
        Map<UUID, String> byId = names.of(members);
        return page.stream()
                .map(offer -> new OfferView(
                        offer.id,
                        offer.memberId,
                        offer.commitmentId,
                        offer.product,
                        offer.grade,
                        offer.week(),
                        new Quantity(offer.offered, offer.unit),
                        new Quantity(offer.taken, offer.unit),
                        offer.toAll,
                        named.getOrDefault(offer.id, List.of()).stream()
                                .map(one -> member(one.memberId(), byId))
                                .toList(),
                        offer.originatorShare,
                        offer.state,
                        offer.offeredAt,
                        offer.endedAt,
                        parts.getOrDefault(offer.id, List.of()).stream()
                                .map(part -> new PartView(
                                        part.id(),
                                        member(part.memberId(), byId),
                                        new Quantity(part.quantity(), part.unit()),
                                        part.takenAt()))
                                .toList()))
                .toList();
    }

    /** What others offer to a member for weeks that are open. */
    List<SharedOffers.Open> openTo(UUID memberId, UUID after, int maxRows) {
        return offers.openTo(memberId, owners.firmsOf(memberId), freeze.firstOpen(), after, maxRows);
    }

    /** What another offers to a member for a week that is open, as far as something is left of it. */
    Optional<OfferToYouView> openTo(UUID memberId, UUID offerId) {
        return offers.openTo(memberId, owners.firmsOf(memberId), freeze.firstOpen(), offerId)
                .flatMap(open -> toOthers(List.of(open)).stream().findFirst());
    }

    List<OfferToYouView> toOthers(List<SharedOffers.Open> page) {
        Map<UUID, String> byId =
                names.of(page.stream().map(SharedOffers.Open::memberId).toList());
        Map<UUID, BigDecimal> outstanding = commitments.outstanding(
                page.stream().map(SharedOffers.Open::commitmentId).toList());
        return page.stream()
                .map(offer -> new OfferToYouView(
                        offer.id(),
                        member(offer.memberId(), byId),
                        offer.product(),
                        offer.grade(),
                        offer.period(),
                        new Quantity(
                                OfferRules.available(
                                        offer.offered(),
                                        offer.taken(),
                                        outstanding.getOrDefault(offer.commitmentId(), BigDecimal.ZERO)),
                                offer.unit()),
                        offer.toAll(),
                        offer.originatorShare(),
                        offer.offeredAt()))
                .filter(offer -> offer.available().isPositive())
                .toList();
    }

    TakenPartView of(TakenPart part) {
        return ofParts(List.of(part)).getFirst();
    }

    List<TakenPartView> ofParts(List<TakenPart> page) {
        Map<UUID, String> byId =
                names.of(page.stream().map(TakenPart::originatorId).toList());
        return page.stream()
                .map(part -> new TakenPartView(
                        part.id(),
                        part.memberId(),
                        part.commitmentId(),
                        member(part.originatorId(), byId),
                        part.product(),
                        part.grade(),
                        part.period(),
                        new Quantity(part.quantity(), part.unit()),
                        part.originatorShare(),
                        part.takenAt()))
                .toList();
    }

    private static MemberView member(UUID memberId, Map<UUID, String> names) {
        return new MemberView(memberId, names.get(memberId));
    }
}
