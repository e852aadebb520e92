package coop.parasol.production.cost.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.production.cost.rules.UnitCost.Basis;
import coop.parasol.production.cost.rules.UnitCost.FixedCosts;
import coop.parasol.production.cost.rules.UnitCost.Labour;
import coop.parasol.production.cost.rules.UnitCost.Material;
import coop.parasol.production.cost.rules.UnitCost.Result;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a unit costs its producer: materials, hours, and its part of what the workshop costs every week. */
class UnitCostTest {

    private static final List<Material> MATERIALS = List.of(
            new Material("oil", new BigDecimal("12.5"), price("320.00", 1)),
            new Material("lye", new BigDecimal("1700"), price("90.00", 1000)));
    private static final List<Labour> WORK = List.of(
            new Labour("mix", new BigDecimal("4.5"), money("150.00")),
            new Labour("cut", BigDecimal.ONE, money("120.00")));

    @Test
    void materials_hours_and_the_use_of_the_capacity_are_added_up_for_a_unit() {
        Result result = UnitCost.of(
                new Basis(
                        new BigDecimal("100"),
                        MATERIALS,
                        WORK,
                        new FixedCosts(money("7000.00"), new BigDecimal("500"), 80),
                        price("80.00", 1)),
                "INR");

        assertThat(result.materials()).isEqualTo(price("41.53", 1));
        assertThat(result.work()).isEqualTo(price("7.95", 1));
        assertThat(result.fixedCosts()).isEqualTo(price("17.50", 1));
        assertThat(result.total()).isEqualTo(price("66.98", 1));
        assertThat(result.marginPerCent()).isEqualByComparingTo("16.3");
    }

    @Test
    void half_the_use_of_the_capacity_doubles_its_part() {
        assertThat(fixed(100)).isEqualTo(price("14.00", 1));
        assertThat(fixed(50)).isEqualTo(price("28.00", 1));
        assertThat(fixed(1)).isEqualTo(price("1400.00", 1));
    }

    @Test
    void what_cannot_be_divided_is_rounded_half_up_to_the_decimals_of_a_price_and_the_total_by_itself() {
        Result result = UnitCost.of(
                new Basis(
                        new BigDecimal("3"),
                        List.of(new Material("oil", BigDecimal.ONE, price("1.00", 1))),
                        List.of(new Labour("mix", BigDecimal.ONE, money("1.00"))),
                        null,
                        null),
                "INR");

        assertThat(result.materials()).isEqualTo(price("0.33333333", 1));
        assertThat(result.total()).isEqualTo(price("0.66666667", 1));
        assertThat(result.fixedCosts()).isEqualTo(price("0.00", 1));
        assertThat(result.marginPerCent()).isNull();
    }

    @Test
    void a_price_that_does_not_cover_the_cost_leaves_a_negative_margin_in_any_price_base() {
        Basis basis = new Basis(new BigDecimal("100"), MATERIALS, WORK, null, price("3000.00", 100));

        assertThat(UnitCost.of(basis, "INR").marginPerCent()).isEqualByComparingTo("-64.9");
        assertThat(UnitCost.of(with(basis, null), "INR").marginPerCent()).isNull();
        assertThat(UnitCost.of(with(basis, price("0.00", 1)), "INR").marginPerCent())
                .isNull();
    }

    private static UnitPrice fixed(int usedPerCent) {
        return UnitCost.of(
                        new Basis(
                                BigDecimal.ONE,
                                List.of(),
                                List.of(),
                                new FixedCosts(money("7000.00"), new BigDecimal("500"), usedPerCent),
                                null),
                        "INR")
                .fixedCosts();
    }

    private static Basis with(Basis basis, @Nullable UnitPrice wanted) {
        return new Basis(basis.units(), basis.materials(), basis.work(), basis.fixedCosts(), wanted);
    }

    private static UnitPrice price(String amount, int per) {
        return UnitPrice.of(amount, "INR", per);
    }

    private static Money money(String amount) {
        return Money.of(amount, "INR");
    }
}
