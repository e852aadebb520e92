package coop.parasol.production.cost.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit costs its producer (full absorption costing): materials and hours of a number of units, and a part of what the workshop
 * costs every week, divided by what it makes in a week at the use that is expected. Nothing is rounded but what is shown.
 */
public final class UnitCost {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int PERCENT_DECIMALS = 1;

    private UnitCost() {}

    /**
     * Material for the units.
     *
     * @param quantity in any unit
     * @param price of that unit
     */
    public record Material(String name, BigDecimal quantity, UnitPrice price) {

        BigDecimal cost() {
            return quantity.multiply(price.amount()).divide(BigDecimal.valueOf(price.per()));
        }
    }

    /** Hours of work for the units. */
    public record Labour(String step, BigDecimal hours, Money hourlyRate) {

        BigDecimal cost() {
            return hours.multiply(hourlyRate.decimal());
        }
    }

    /**
     * What the workshop costs every week, whatever it makes.
     *
     * @param unitsPerWeek that it could make
     * @param usedPerCent how much of that is expected to be made: 1 to 100
     */
    public record FixedCosts(Money perWeek, BigDecimal unitsPerWeek, int usedPerCent) {}

    /**
     * What is known of a product.
     *
     * @param units for which materials and hours are, more than nothing
     * @param fixedCosts absent for none
     * @param wantedPrice of a unit; absent where none is wanted yet
     */
    public record Basis(
            BigDecimal units,
            List<Material> materials,
            List<Labour> work,
            @Nullable FixedCosts fixedCosts,
            @Nullable UnitPrice wantedPrice) {}

    /**
     * What a unit costs, each part rounded half up to the decimals of a price; the total is rounded by itself.
     *
     * @param marginPerCent what the wanted price leaves over the cost, of the price; negative where it does not cover it; absent
     *     without a wanted price
     */
    public record Result(
            UnitPrice materials,
            UnitPrice work,
            UnitPrice fixedCosts,
            UnitPrice total,
            @Nullable BigDecimal marginPerCent) {}

    /** @param currency of all amounts */
    public static Result of(Basis basis, String currency) {
        BigDecimal materials = basis.materials().stream().map(Material::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal work = basis.work().stream().map(Labour::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        FixedCosts fixed = basis.fixedCosts();
        BigDecimal perWeek = fixed == null ? BigDecimal.ZERO : fixed.perWeek().decimal();
        BigDecimal madePerWeek = fixed == null
                ? BigDecimal.ONE
                : fixed.unitsPerWeek()
                        .multiply(BigDecimal.valueOf(fixed.usedPerCent()))
                        .divide(HUNDRED);
        BigDecimal totalTimesBoth = materials.add(work).multiply(madePerWeek).add(perWeek.multiply(basis.units()));
        BigDecimal both = basis.units().multiply(madePerWeek);
        return new Result(
                price(materials, basis.units(), currency),
                price(work, basis.units(), currency),
                price(perWeek, madePerWeek, currency),
                price(totalTimesBoth, both, currency),
                margin(basis.wantedPrice(), totalTimesBoth, both));
    }

    private static @Nullable BigDecimal margin(@Nullable UnitPrice wanted, BigDecimal cost, BigDecimal units) {
        if (wanted == null || !wanted.isPositive()) {
            return null;
        }
        BigDecimal price = wanted.amount().multiply(units);
        BigDecimal costs = cost.multiply(BigDecimal.valueOf(wanted.per()));
        return price.subtract(costs).multiply(HUNDRED).divide(price, PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }

    private static UnitPrice price(BigDecimal amount, BigDecimal units, String currency) {
        return new UnitPrice(amount.divide(units, UnitPrice.maxDecimals(currency), RoundingMode.HALF_UP), currency, 1);
    }
}
