package coop.parasol.pricing.pricelist.rules;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftDifferential;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftStandardCost;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a draft of a price list against the published standards, the standard costs and the firm's currency. */
public final class PriceListValidation {

    /** No further price is checked once so many errors are found; a list has at most 5,000 lines, and all are told. */
    static final int MAX_ERRORS = 20_000;

    /** A price that is larger, in whole units of the currency, is a slip of the pen. */
    static final BigDecimal MAX_PRICE = new BigDecimal("999999999999999");

    private final Map<String, Standard> standards;
    private final Map<Goods, UnitPrice> costs;
    private final List<DraftPrice> standing;
    private final KnownBuyers knownBuyers;
    private final String currency;
    private final Instant now;
    private final List<InvalidField> errors = new ArrayList<>();
    private final Set<PriceKey> seen = new HashSet<>();

    /** places of the prices that have no error of their own */
    private final List<Integer> sound = new ArrayList<>();

    private PriceListValidation(
            Map<String, Standard> standards,
            Map<Goods, UnitPrice> costs,
            List<DraftPrice> standing,
            KnownBuyers knownBuyers,
            String currency,
            Instant now) {
        this.standards = standards;
        this.costs = new HashMap<>(costs);
        this.standing = standing;
        this.knownBuyers = knownBuyers;
        this.currency = currency;
        this.now = now;
    }

    /** @param unit in which the product is counted, a UN/CEFACT Recommendation 20 code */
    public record Standard(String unit, List<String> grades) {}

    /** What has a standard cost. */
    public record Goods(String product, String grade) {}

    /**
     * Why a draft cannot be accepted.
     *
     * @param field path of the value in the draft, such as {@code prices[0].grade}
     * @param code stable, for programs
     */
    public record InvalidField(String field, String code, String detail) {}

    /** What two prices of a list may not have in common; {@code validFrom} is null for the moment of publication. */
    private record PriceKey(
            String product,
            String grade,
            Buyers buyers,
            Quantity minimumQuantity,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {}

    /**
     * All reasons against a draft; empty if there is none. Lines that are wrong by themselves come first, then those that do not fit to
     * others: these are looked for among the sound ones, so that all is told at once.
     *
     * @param standards by product code
     * @param costs the standard costs in force; those of the draft come before them
     * @param standing published prices of its products that are valid now or later, of one quantity the newest last
     * @param knownBuyers whom prices can be for
     * @param currency ISO 4217 code of the firm's currency
     * @param now prices that are valid from then or earlier are valid from their publication
     */
    public static List<InvalidField> validate(
            PriceListDraft draft,
            Map<String, Standard> standards,
            Map<Goods, UnitPrice> costs,
            List<DraftPrice> standing,
            KnownBuyers knownBuyers,
            String currency,
            Instant now) {
        PriceListValidation validation =
                new PriceListValidation(standards, costs, standing, knownBuyers, currency, now);
        validation.standardCosts(draft.standardCosts());
        validation.prices(draft);
        validation.differentials(draft.differentials());
        validation.breaks(draft.prices());
        validation.floor(draft);
        return List.copyOf(validation.errors);
    }

    private void prices(PriceListDraft draft) {
        for (int i = 0; i < draft.prices().size() && errors.size() < MAX_ERRORS; i++) {
            int before = errors.size();
            DraftPrice price = draft.prices().get(i);
            price(price, "prices[" + i + "]");
            knownBuyers
                    .refusal(price.buyers(), "prices[" + i + "]", draft.newTiers())
                    .ifPresent(errors::add);
            if (errors.size() == before) {
                sound.add(i);
            }
        }
    }

    private void differentials(List<DraftDifferential> differentials) {
        Set<Goods> named = new HashSet<>();
        for (int i = 0; i < differentials.size(); i++) {
            DraftDifferential differential = differentials.get(i);
            String field = "differentials[" + i + "]";
            productAndGrade(differential.product(), differential.grade(), field);
            if (!named.add(new Goods(differential.product(), differential.grade()))) {
                refuse(field + ".grade", "twice", "The list has another factor for this grade already.");
            }
            Standard standard = standards.get(differential.product());
            if (standard != null
                    && standard.grades().getFirst().equals(differential.grade())
                    && differential.factor().compareTo(BigDecimal.ONE) != 0) {
                refuse(
                        field + ".factor",
                        "first-grade-factor",
                        "Units of the first grade count as they are: its factor is 1.");
            }
        }
    }

    private void standardCosts(List<DraftStandardCost> drafted) {
        for (int i = 0; i < drafted.size() && errors.size() < MAX_ERRORS; i++) {
            DraftStandardCost cost = drafted.get(i);
            String field = "standardCosts[" + i + "]";
            productAndGrade(cost.product(), cost.grade(), field);
            amount(cost.unitCost(), field + ".unitCost");
            costs.put(new Goods(cost.product(), cost.grade()), cost.unitCost());
        }
    }

    private void breaks(List<DraftPrice> prices) {
        List<DraftPrice> compared = sound.stream().map(prices::get).toList();
        QuantityBreaks.faults(compared, standing, now)
                .forEach((place, fault) -> refuse(
                        "prices[" + sound.get(place) + "].unitPrice.amount",
                        "larger-quantity-dearer",
                        dearer(fault, compared.get(place).minimumQuantity())));
    }

    private static String dearer(QuantityBreaks.Fault fault, Quantity minimum) {
        return switch (fault) {
            case DEARER ->
                "From %s on a unit is dearer than for a smaller quantity at the same time.".formatted(minimum);
            case CHEAPER_THAN_A_LARGER_QUANTITY_IN_FORCE ->
                "A price that stays in force for a larger quantity than %s is dearer: give that quantity a new price too."
                        .formatted(minimum);
        };
    }

    private void floor(PriceListDraft draft) {
        if (draft.belowCostReason() != null) {
            return;
        }
        for (int i : sound) {
            DraftPrice price = draft.prices().get(i);
            UnitPrice cost = costs.get(new Goods(price.product(), price.grade()));
            if (cost != null && price.unitPrice().compareTo(cost) < 0) {
                refuse(
                        "prices[" + i + "].unitPrice.amount",
                        "below-standard-cost",
                        "The standard cost is %s, and the list does not say why a price is below it.".formatted(cost));
            }
        }
    }

    private void buyersAndTime(DraftPrice price, String field) {
        if (!price.buyers().isOne()) {
            refuse(
                    field + ".tier",
                    "one-buyer",
                    "A price is for a tier, for a group of partners or for one partner: exactly one of the three.");
        }
        Instant until = price.validUntil();
        Instant from = price.validFrom();
        if (until != null && !until.isAfter(from == null || from.isBefore(now) ? now : from)) {
            refuse(
                    field + ".validUntil",
                    "ends-before-it-begins",
                    "A price ends after it begins, and not in the past.");
        }
    }

    private void amount(UnitPrice price, String field) {
        if (!price.isPositive()) {
            refuse(field + ".amount", "not-positive", "A unit price is more than zero.");
        }
        if (price.amount().compareTo(MAX_PRICE) > 0) {
            refuse(field + ".amount", "too-large", "A unit price is at most " + MAX_PRICE.toPlainString() + ".");
        }
        if (!price.currency().equals(currency)) {
            refuse(field + ".currency", "wrong-currency", "The firm's currency is " + currency + ".");
        }
    }

    private void price(DraftPrice price, String field) {
        productAndGrade(price.product(), price.grade(), field);
        Standard standard = standards.get(price.product());
        if (standard != null && !standard.unit().equals(price.minimumQuantity().unit())) {
            refuse(
                    field + ".minimumQuantity.unit",
                    "wrong-unit",
                    price.product() + " is counted in " + standard.unit() + ".");
        }
        if (!price.minimumQuantity().isPositive()) {
            refuse(field + ".minimumQuantity.value", "not-positive", "A minimum quantity is more than zero.");
        }
        amount(price.unitPrice(), field + ".unitPrice");
        buyersAndTime(price, field);
        if (!seen.add(key(price))) {
            refuse(
                    field,
                    "twice",
                    "The list has another price for this product, grade, buyers, minimum quantity and times already.");
        }
    }

    private PriceKey key(DraftPrice price) {
        Instant validFrom = price.validFrom();
        return new PriceKey(
                price.product(),
                price.grade(),
                price.buyers(),
                price.minimumQuantity(),
                validFrom == null || !validFrom.isAfter(now) ? null : validFrom,
                price.validUntil());
    }

    private void productAndGrade(String product, String grade, String field) {
        Standard standard = standards.get(product);
        if (standard == null) {
            refuse(field + ".product", "unknown-product", "No standard is published for " + product + ".");
        } else if (!standard.grades().contains(grade)) {
            refuse(
                    field + ".grade",
                    "unknown-grade",
                    product + " has the grades " + String.join(", ", standard.grades()) + ".");
        }
    }

    private void refuse(String field, String code, String detail) {
        errors.add(new InvalidField(field, code, detail));
    }
}
