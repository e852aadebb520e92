package coop.parasol.distribution.forecast.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.forecast.rules.ForecastRules.Allowed;
import coop.parasol.distribution.forecast.rules.ForecastRules.Closed;
import coop.parasol.distribution.forecast.rules.ForecastRules.Goods;
import coop.parasol.distribution.forecast.rules.ForecastRules.Negative;
import coop.parasol.distribution.forecast.rules.ForecastRules.Outcome;
import coop.parasol.distribution.forecast.rules.ForecastRules.TooFar;
import coop.parasol.distribution.forecast.rules.ForecastRules.UnknownGrade;
import coop.parasol.distribution.forecast.rules.ForecastRules.UnknownProduct;
import coop.parasol.distribution.forecast.rules.ForecastRules.WrongUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a partner may forecast, of rules.md 5. */
class ForecastRulesTest {

    private static final Goods LAMPS = new Goods("C62", List.of("A", "B"));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final int DAYS = 7;

    @Test
    void a_product_that_is_made_may_be_forecast_in_its_unit_and_without_a_grade_in_the_best() {
        assertThat(decide(LAMPS, "B", "2026-W50", pieces(10))).isEqualTo(new Allowed("B"));
        assertThat(decide(LAMPS, null, "2026-W50", pieces(10))).isEqualTo(new Allowed("A"));
        assertThat(decide(LAMPS, null, "2026-W50", pieces(0))).isEqualTo(new Allowed("A"));
    }

    @Test
    void what_is_not_made_or_counted_otherwise_or_less_than_nothing_may_not() {
        assertThat(decide(null, null, "2026-W50", pieces(10))).isEqualTo(new UnknownProduct());
        assertThat(decide(LAMPS, "C", "2026-W50", pieces(10))).isEqualTo(new UnknownGrade());
        assertThat(decide(LAMPS, null, "2026-W50", Quantity.of(10, "KGM"))).isEqualTo(new WrongUnit("C62"));
        assertThat(decide(LAMPS, null, "2026-W50", new Quantity(BigDecimal.valueOf(-1), "C62")))
                .isEqualTo(new Negative());
    }

    @Test
    void from_the_day_after_the_bylaws_day_on_it_is_closed() {
        assertThat(decide(LAMPS, null, "2026-W49", pieces(10))).isEqualTo(new Closed(LocalDate.parse("2026-11-23")));
        assertThat(decide(LAMPS, null, "2026-W50", pieces(10))).isInstanceOf(Allowed.class);
    }

    @Test
    void two_years_ahead_is_the_furthest() {
        assertThat(decide(LAMPS, null, "2028-W48", pieces(10))).isInstanceOf(Allowed.class);
        assertThat(decide(LAMPS, null, "2028-W49", pieces(10))).isEqualTo(new TooFar(Period.parse("2028-W48")));
    }

    private static Outcome decide(@Nullable Goods goods, @Nullable String grade, String week, Quantity quantity) {
        return ForecastRules.decide(goods, grade, Period.parse(week), quantity, TODAY, DAYS);
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }
}
