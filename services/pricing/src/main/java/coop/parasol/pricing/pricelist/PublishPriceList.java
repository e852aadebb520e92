package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.QuantityBreaks;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A second person publishes a draft: from then on its prices are what partners pay, and they never change. */
@ApplicationScoped
class PublishPriceList {

    private final Jdbi jdbi;
    private final GradeFactors gradeFactors;
    private final StandardCosts standardCosts;
    private final PricesInForce pricesInForce;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final Outbox outbox;

    PublishPriceList(
            Jdbi jdbi,
            GradeFactors gradeFactors,
            StandardCosts standardCosts,
            PricesInForce pricesInForce,
            FirmClock clock,
            FirmCurrency currency,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.gradeFactors = gradeFactors;
        this.standardCosts = standardCosts;
        this.pricesInForce = pricesInForce;
        this.clock = clock;
        this.currency = currency;
        this.outbox = outbox;
    }

    sealed interface Outcome {}

    record Published(PriceList list) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** A published price as the database returns it. */
    record PublishedPrice(
            UUID id,
            String product,
            String grade,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable UUID partnerId,
            BigDecimal minimumQuantity,
            String unit,
            BigDecimal unitPrice,
            int priceBase,
            Instant validFrom,
            @Nullable Instant validUntil) {

        PricePublished event(FirmCurrency currency) {
            return new PricePublished(
                    id,
                    product,
                    grade,
                    tier,
                    partnerGroup,
                    partnerId,
                    new Quantity(minimumQuantity, unit),
                    currency.unitPrice(unitPrice, priceBase),
                    validFrom,
                    validUntil);
        }
    }

    /** @param cause whose actor is the second person */
    Outcome publish(UUID priceListId, Cause cause) {
        PriceList list = PriceList.lock(priceListId).orElse(null);
        if (list == null) {
            return new Refused(new Refusal.NotFound("price list", priceListId));
        }
        Instant now = clock.now();
        Optional<Refusal> refusal = list.refusalUnlessDraft()
                .or(() -> SecondPerson.refusal(list.draftedBy, cause.actor()))
                .or(() -> ended(list, now))
                .or(() -> belowCost(list))
                .or(() -> largerQuantityDearer(list, now));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        // before the list is published: from then on a trigger refuses every change of its prices
        List<PublishedPrice> prices = publishPrices(list.id, now);
        list.state = PriceList.State.PUBLISHED;
        list.approvedBy = cause.actor();
        list.publishedAt = now;
        PriceList.flush();
        gradeFactors.enact(list.id);
        standardCosts.enact(list.id);
        outbox.append(prices.stream().map(price -> price.event(currency)).toList(), cause);
        return new Published(list);
    }

    /** A price that has ended while the list waited would never apply. */
    private Optional<Refusal> ended(PriceList list, Instant now) {
        boolean any = jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select 1 from price where price_list_id = :list and valid_until <= :now)")
                .bind("list", list.id)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
        return any
                ? Optional.of(new Refusal.Conflict(
                        "price-ended", "A price of the list has ended while it waited. Withdraw it and draft another."))
                : Optional.empty();
    }

    /** Costs may have been published since the list was drafted. */
    private Optional<Refusal> belowCost(PriceList list) {
        return list.belowCostReason != null || !standardCosts.anyPriceBelow(list.id)
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict(
                        "below-standard-cost",
                        "A price of the list is below the standard cost in force, and the list does not say why."));
    }

    /** Prices of the same products may have been published since the list was drafted. */
    private Optional<Refusal> largerQuantityDearer(PriceList list, Instant now) {
        List<DraftPrice> prices = pricesInForce.ofList(list.id);
        Set<String> products = prices.stream().map(DraftPrice::product).collect(Collectors.toSet());
        return QuantityBreaks.faults(prices, pricesInForce.standing(products, now), now)
                        .isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Refusal.Conflict(
                                "larger-quantity-dearer",
                                "With the prices that have been published since it was drafted, a larger quantity would be dearer. Withdraw it and draft another."));
    }

    /**
     * Gives the prices of a list new ids, in the order of their lines, and makes them valid. Of two prices that are valid from
     * the same moment the one with the later id wins, so the ids are made at the publication and not at the draft.
     */
    private List<PublishedPrice> publishPrices(UUID priceListId, Instant now) {
        return jdbi.withHandle(handle -> {
            int lines = handle.createQuery("select count(*) from price where price_list_id = :list")
                    .bind("list", priceListId)
                    .mapTo(Integer.class)
                    .one();
            return handle.createQuery("""
                            with published as (
                                update price
                                   set id = numbered.id, valid_from = greatest(valid_from, :now), published = true
                                  from unnest(:ids) with ordinality as numbered (id, position)
                                 where price_list_id = :list and line = numbered.position - 1
                                returning price.*)
                            select id, product, grade, tier, partner_group, partner_id, minimum_quantity, unit, unit_price, price_base,
                                   valid_from, valid_until
                              from published order by line
                            """)
                    .bind("list", priceListId)
                    .bind("now", now)
                    .bindArray(
                            "ids",
                            UUID.class,
                            Stream.generate(Ids::next).limit(lines).toList())
                    .mapTo(PublishedPrice.class)
                    .list();
        });
    }
}
