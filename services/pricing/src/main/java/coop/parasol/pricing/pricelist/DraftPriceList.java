package coop.parasol.pricing.pricelist;

import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Ids;
import coop.parasol.pricing.pricelist.rules.PriceListDraft;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftDifferential;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftStandardCost;
import coop.parasol.pricing.pricelist.rules.PriceListValidation;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.Standard;
import coop.parasol.pricing.product.Product;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person of the pricing desk drafts prices and grade differentials; nothing is valid until another publishes them. */
@ApplicationScoped
class DraftPriceList {

    private final StandardCosts standardCosts;
    private final PricesInForce pricesInForce;
    private final KnownBuyersQuery knownBuyers;
    private final FirmClock clock;
    private final FirmCurrency currency;

    DraftPriceList(
            StandardCosts standardCosts,
            PricesInForce pricesInForce,
            KnownBuyersQuery knownBuyers,
            FirmClock clock,
            FirmCurrency currency) {
        this.standardCosts = standardCosts;
        this.pricesInForce = pricesInForce;
        this.knownBuyers = knownBuyers;
        this.clock = clock;
        this.currency = currency;
    }

    sealed interface Outcome {}

    record Drafted(PriceList list) implements Outcome {}

    /** @param errors at least one */
    record Refused(List<InvalidField> errors) implements Outcome {}

    Outcome draft(PriceListDraft draft, String actor) {
        List<InvalidField> errors = errors(draft);
        return errors.isEmpty() ? new Drafted(store(draft, actor)) : new Refused(errors);
    }

    /** All reasons against a draft; empty if there is none. */
    List<InvalidField> errors(PriceListDraft draft) {
        Set<String> products = productsOf(draft);
        Instant now = clock.now();
        return PriceListValidation.validate(
                draft,
                standards(draft),
                standardCosts.of(products),
                pricesInForce.standing(products, now),
                knownBuyers.among(
                        draft.prices().stream().map(DraftPrice::buyers).collect(Collectors.toSet())),
                currency.code(),
                now);
    }

    private static Map<String, Standard> standards(PriceListDraft draft) {
        return Product.byCode(productsOf(draft)).values().stream()
                .collect(Collectors.toMap(
                        product -> product.code, product -> new Standard(product.unit, product.grades)));
    }

    private static Set<String> productsOf(PriceListDraft draft) {
        return Stream.of(
                        draft.prices().stream().map(DraftPrice::product),
                        draft.differentials().stream().map(DraftDifferential::product),
                        draft.standardCosts().stream().map(DraftStandardCost::product))
                .flatMap(products -> products)
                .collect(Collectors.toSet());
    }

    private PriceList store(PriceListDraft draft, String actor) {
        PriceList list = new PriceList();
        list.id = Ids.next();
        list.state = PriceList.State.DRAFT;
        list.draftedBy = actor;
        list.draftedAt = clock.now();
        list.belowCostReason = draft.belowCostReason();
        list.persistAndFlush();
        int line = 0;
        for (DraftPrice price : draft.prices()) {
            entity(list.id, line++, price).persist();
        }
        line = 0;
        for (DraftDifferential differential : draft.differentials()) {
            entity(list.id, line++, differential).persist();
        }
        line = 0;
        for (DraftStandardCost cost : draft.standardCosts()) {
            entity(list.id, line++, cost).persist();
        }
        PriceList.flush();
        return list;
    }

    private static Price entity(UUID listId, int line, DraftPrice draft) {
        Price price = new Price();
        price.id = Ids.next();
        price.priceListId = listId;
        price.line = line;
        price.product = draft.product();
        price.grade = draft.grade();
        price.tier = draft.buyers().tier();
        price.partnerGroup = draft.buyers().partnerGroup();
        price.partnerId = draft.buyers().partnerId();
        price.minimumQuantity = draft.minimumQuantity().value();
        price.unit = draft.minimumQuantity().unit();
        price.unitPrice = draft.unitPrice().minor();
        price.priceBase = draft.unitPrice().per();
        price.validFrom = draft.validFrom();
        price.validUntil = draft.validUntil();
        return price;
    }

    private static StandardCost entity(UUID listId, int line, DraftStandardCost draft) {
        StandardCost cost = new StandardCost();
        cost.priceListId = listId;
        cost.line = line;
        cost.product = draft.product();
        cost.grade = draft.grade();
        cost.unitCost = draft.unitCost().minor();
        cost.priceBase = draft.unitCost().per();
        return cost;
    }

    private static GradeDifferential entity(UUID listId, int line, DraftDifferential draft) {
        GradeDifferential differential = new GradeDifferential();
        differential.priceListId = listId;
        differential.line = line;
        differential.product = draft.product();
        differential.grade = draft.grade();
        differential.factor = draft.factor();
        return differential;
    }
}
