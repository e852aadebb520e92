package coop.parasol.pricing.settlement.rules;

import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.goods;
import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.money;
import static coop.parasol.pricing.settlement.rules.PayoutCalculationTest.pool;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Below the bylaws' least sum a supplement waits for the next (rules 4). */
class SettlementTimingTest {

    private static final UUID MEMBER = new UUID(0, 1);
    private static final DividedPool SETTLED = divide("100.00", null);

    @Test
    void a_pool_is_settled_first_when_something_was_paid() {
        assertThat(SettlementTiming.ofFirst(divide("0.00", null))).isEqualTo(new SettlementTiming.NothingPaid());
        assertThat(SettlementTiming.ofFirst(divide("0.01", null))).isEqualTo(new SettlementTiming.Due());
    }

    @Test
    void a_supplement_of_the_least_sum_is_due_and_one_of_less_waits() {
        assertThat(SettlementTiming.ofSupplement(divide("110.00", SETTLED), SETTLED, money("10.00")))
                .isEqualTo(new SettlementTiming.Due());
        assertThat(SettlementTiming.ofSupplement(divide("109.99", SETTLED), SETTLED, money("10.00")))
                .isEqualTo(new SettlementTiming.Waits(money("9.99"), money("10.00")));
    }

    @Test
    void what_waits_is_paid_with_the_next_supplement() {
        DividedPool later = divide("115.00", SETTLED);

        assertThat(SettlementTiming.ofSupplement(later, SETTLED, money("10.00")))
                .isEqualTo(new SettlementTiming.Due());
        assertThat(later.paidOut()).isEqualTo(money("15.00"));
    }

    @Test
    void without_a_new_payment_there_is_no_supplement() {
        assertThat(SettlementTiming.ofSupplement(divide("100.00", SETTLED), SETTLED, money("0.00")))
                .isEqualTo(new SettlementTiming.NothingNew());
    }

    private static DividedPool divide(String receipts, @Nullable DividedPool before) {
        Pool pool = pool(0, "0.00", "0.00", List.of(goods(MEMBER, "A", 10, receipts)));
        return PayoutCalculation.divide(
                before == null
                        ? pool
                        : new Pool(
                                pool.goods(),
                                pool.gradeFactors(),
                                0,
                                pool.costs(),
                                pool.carryIn(),
                                before.payouts().stream().collect(Collectors.toMap(Payout::memberId, Payout::paid))));
    }
}
