package coop.parasol.pricing.pricelist.rules;

import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftDifferential;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a draft of prices and grade differentials against the published standards and the firm's currency. */
public final class PriceListValidation {

    /** No further price is checked once so many errors are found. */
    static final int MAX_ERRORS = 100;

    private final Map<String, Standard> standards;
    private final String currency;
    private final Instant now;
    private final List<InvalidField> errors = new ArrayList<>();
    private final Set<PriceKey> seen = new HashSet<>();

    private PriceListValidation(Map<String, Standard> standards, String currency, Instant now) {
        this.standards = standards;
        this.currency = currency;
        this.now = now;
    }

    /** @param unit in which the product is counted, a UN/CEFACT Recommendation 20 code */
    public record Standard(String unit, List<String> grades) {}

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
            String tier,
            Quantity minimumQuantity,
            @Nullable Instant validFrom) {}

    /**
     * All reasons against a draft, in the order of its lines; empty if there is none.
     *
     * @param standards by product code
     * @param currency ISO 4217 code of the firm's currency
     * @param now prices that are valid from then or earlier are valid from their publication
     */
    public static List<InvalidField> validate(
            PriceListDraft draft, Map<String, Standard> standards, String currency, Instant now) {
        PriceListValidation validation = new PriceListValidation(standards, currency, now);
        validation.prices(draft.prices());
        validation.differentials(draft.differentials());
        return List.copyOf(validation.errors);
    }

    private void prices(List<DraftPrice> prices) {
        for (int i = 0; i < prices.size() && errors.size() < MAX_ERRORS; i++) {
            price(prices.get(i), "prices[" + i + "]");
        }
    }

    private void differentials(List<DraftDifferential> differentials) {
        for (int i = 0; i < differentials.size(); i++) {
            DraftDifferential differential = differentials.get(i);
            productAndGrade(differential.product(), differential.grade(), "differentials[" + i + "]");
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
        if (price.minimumQuantity().isNegative()) {
            refuse(field + ".minimumQuantity.value", "negative", "A minimum quantity is zero or more.");
        }
        if (!price.unitPrice().isPositive()) {
            refuse(field + ".unitPrice.amount", "not-positive", "A unit price is more than zero.");
        }
        if (!price.unitPrice().currency().equals(currency)) {
            refuse(field + ".unitPrice.currency", "wrong-currency", "The firm's currency is " + currency + ".");
        }
        if (!seen.add(key(price))) {
            refuse(
                    field,
                    "twice",
                    "The list has another price for this product, grade, tier, minimum quantity and time already.");
        }
    }

    private PriceKey key(DraftPrice price) {
        Instant validFrom = price.validFrom();
        return new PriceKey(
                price.product(),
                price.grade(),
                price.tier(),
                price.minimumQuantity(),
                validFrom == null || !validFrom.isAfter(now) ? null : validFrom);
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
