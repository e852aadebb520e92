package coop.parasol.production.outlook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Open orders less stock and commitments are what nobody has covered yet. */
class NetRequirementTest {

    @Test
    void open_orders_less_stock_and_commitments_are_uncovered() {
        assertThat(week(100, 0, 30, 50)).isEqualTo(new NetRequirement.Week(decimal(30), decimal(20)));
    }

    @Test
    void earlier_weeks_are_served_from_stock_first() {
        assertThat(week(100, 20, 30, 0)).isEqualTo(new NetRequirement.Week(decimal(10), decimal(90)));
        assertThat(week(100, 50, 30, 0)).isEqualTo(new NetRequirement.Week(decimal(0), decimal(100)));
    }

    @Test
    void nothing_is_uncovered_if_there_is_more_than_is_ordered() {
        assertThat(week(100, 0, 30, 80)).isEqualTo(new NetRequirement.Week(decimal(30), decimal(0)));
        assertThat(week(0, 0, 0, 80)).isEqualTo(new NetRequirement.Week(decimal(0), decimal(0)));
    }

    @Test
    void stock_is_never_below_zero_even_if_shipments_arrive_before_their_certificates() {
        assertThat(week(100, 0, -10, 0)).isEqualTo(new NetRequirement.Week(decimal(0), decimal(100)));
    }

    private static NetRequirement.Week week(long open, long earlier, long stock, long committed) {
        StockOfWeek.Reserved none = new StockOfWeek.Reserved(decimal(0), decimal(0), decimal(0));
        return NetRequirement.of(
                decimal(open), StockOfWeek.of(decimal(stock), none, decimal(earlier)), decimal(committed));
    }

    private static BigDecimal decimal(long number) {
        return BigDecimal.valueOf(number);
    }
}
