package coop.parasol.production.sharing;

import coop.parasol.contracts.Period;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.sharing.rules.OfferRules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Offers of parts of commitments, to whom they are made, and what was taken of them. */
@ApplicationScoped
class SharedOffers {

    private final Jdbi jdbi;

    SharedOffers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A part of an offer that a producer has taken, as a commitment of its own. */
    record TakenPart(
            UUID id,
            UUID offerId,
            UUID originatorId,
            UUID memberId,
            UUID commitmentId,
            String product,
            String grade,
            Period period,
            String unit,
            BigDecimal quantity,
            int originatorShare,
            Instant takenAt) {}

    /** What the firms of an owner have done with goods of a week; they are locked by the caller. */
    Side sideOf(Collection<UUID> firms, GoodsOfWeek goods) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select exists (select 1 from shared_offer
                            where member_id = any(:firms) and product = :product and grade = :grade
                              and period = :period and (state = 'OPEN' or taken > 0)) as offers,
                   exists (select 1 from taken_part p join shared_offer o on o.id = p.offer_id
                            where p.member_id = any(:firms) and o.product = :product and o.grade = :grade
                              and o.period = :period) as has_taken
            """)
                .bindArray("firms", UUID.class, firms)
                .bind("product", goods.product())
                .bind("grade", goods.grade())
                .bind("period", goods.period().toString())
                .mapTo(Side.class)
                .one());
    }

    /** What of a commitment is offered and not taken. */
    BigDecimal openOf(UUID commitmentId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select coalesce(sum(offered - taken), 0) from shared_offer
             where commitment_id = :commitment and state = 'OPEN'
            """)
                .bind("commitment", commitmentId)
                .mapTo(BigDecimal.class)
                .one());
    }

    /** To whom an offer is made that is not made to all. */
    void name(UUID offerId, Collection<UUID> memberIds) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into shared_offer_member (offer_id, member_id)
            select :offer, member_id from unnest(:members) as named (member_id)
            """)
                .bind("offer", offerId)
                .bindArray("members", UUID.class, memberIds)
                .execute());
    }

    /** Whether an offer that is not made to all is made to a member. */
    boolean isNamed(UUID offerId, UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select exists (select 1 from shared_offer_member where offer_id = :offer and member_id = :member)
            """)
                .bind("offer", offerId)
                .bind("member", memberId)
                .mapTo(Boolean.class)
                .one());
    }

    /** To whom offers are made that are not made to all. */
    List<Named> named(Collection<UUID> offerIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select offer_id, member_id from shared_offer_member where offer_id = any(:offers)")
                .bindArray("offers", UUID.class, offerIds)
                .mapTo(Named.class)
                .list());
    }

    /** A member to whom an offer is made. */
    record Named(UUID offerId, UUID memberId) {}

    void take(UUID id, UUID offerId, UUID memberId, UUID commitmentId, BigDecimal quantity, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into taken_part (id, offer_id, member_id, commitment_id, quantity, taken_at)
            values (:id, :offer, :member, :commitment, :quantity, :now)
            """)
                .bind("id", id)
                .bind("offer", offerId)
                .bind("member", memberId)
                .bind("commitment", commitmentId)
                .bind("quantity", quantity)
                .bind("now", now)
                .execute());
    }

    private static final String PARTS = """
        select p.id, p.offer_id, o.member_id as originator_id, p.member_id, p.commitment_id, o.product, o.grade,
               o.period, o.unit, p.quantity, o.originator_share, p.taken_at
          from taken_part p join shared_offer o on o.id = p.offer_id
        """;

    /** What was taken of offers, in the order in which it was taken. */
    List<TakenPart> partsOf(Collection<UUID> offerIds) {
        return jdbi.withHandle(handle -> handle.createQuery(PARTS + " where p.offer_id = any(:offers) order by p.id")
                .bindArray("offers", UUID.class, offerIds)
                .mapTo(TakenPart.class)
                .list());
    }

    /** What a member has taken, the newest first. */
    List<TakenPart> takenBy(UUID memberId, UUID before, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        PARTS + " where p.member_id = :member and p.id < :before order by p.id desc limit :maxRows")
                .bind("member", memberId)
                .bind("before", before)
                .bind("maxRows", maxRows)
                .mapTo(TakenPart.class)
                .list());
    }

    /** An offer that may be taken, as far as its commitment has so much left. */
    record Open(
            UUID id,
            UUID memberId,
            UUID commitmentId,
            String product,
            String grade,
            Period period,
            String unit,
            BigDecimal offered,
            BigDecimal taken,
            boolean toAll,
            int originatorShare,
            Instant offeredAt) {}

    private static final String OPEN_TO_MEMBER = """
        select o.id, o.member_id, o.commitment_id, o.product, o.grade, o.period, o.unit, o.offered, o.taken,
               o.to_all, o.originator_share, o.offered_at
          from shared_offer o
         where o.state = 'OPEN' and o.period >= :firstOpen and o.member_id <> all(:ownFirms)
           and (o.to_all or exists (select 1 from shared_offer_member m
                                     where m.offer_id = o.id and m.member_id = :member))
        """;

    /**
     * Offers that others make to a member, or to all, for weeks that are open, in the order in which they were made.
     *
     * @param ownFirms the member and all firms of its owner
     */
    List<Open> openTo(UUID memberId, Collection<UUID> ownFirms, Period firstOpen, UUID after, int maxRows) {
        return jdbi.withHandle(
                handle -> handle.createQuery(OPEN_TO_MEMBER + " and o.id > :after order by o.id limit :maxRows")
                        .bind("firstOpen", firstOpen.toString())
                        .bind("after", after)
                        .bindArray("ownFirms", UUID.class, ownFirms)
                        .bind("member", memberId)
                        .bind("maxRows", maxRows)
                        .mapTo(Open.class)
                        .list());
    }

    /** One of them, if it is open to the member. */
    Optional<Open> openTo(UUID memberId, Collection<UUID> ownFirms, Period firstOpen, UUID offerId) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN_TO_MEMBER + " and o.id = :offer")
                .bind("firstOpen", firstOpen.toString())
                .bind("offer", offerId)
                .bindArray("ownFirms", UUID.class, ownFirms)
                .bind("member", memberId)
                .mapTo(Open.class)
                .findOne());
    }

    /** Ends offers whose weeks are frozen. */
    void lapse(Period firstOpen, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            update shared_offer set state = 'LAPSED', ended_at = :now, version = version + 1
             where state = 'OPEN' and period < :firstOpen
            """)
                .bind("firstOpen", firstOpen.toString())
                .bind("now", now)
                .execute());
    }
}
