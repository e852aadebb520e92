package coop.parasol.membership.books.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CostOfOwnGoodsTest {

    @Test
    void goods_bought_in_become_cost_when_sold() {
        CostOfOwnGoods goods = CostOfOwnGoods.NONE.withBought(new BigDecimal(3), 1_000);

        CostOfOwnGoods one = goods.withSold(BigDecimal.ONE);
        assertThat(one.due()).isEqualTo(333);
        CostOfOwnGoods all = one.withDueBooked().withSold(new BigDecimal(2));
        assertThat(all.due()).isEqualTo(667);
        assertThat(all.withDueBooked().due()).isZero();
    }

    /** Whatever is told in which order, all of the cost is booked when all is sold, and never more. */
    @RepeatedTest(200)
    void the_cost_is_booked_whole_and_once(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        CostOfOwnGoods goods = CostOfOwnGoods.NONE;
        BigDecimal toSell = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 3);
        BigDecimal units = toSell;
        long cost = random.nextLong(1_000_000_000);
        boolean isBought = false;
        while (toSell.signum() > 0 || !isBought) {
            if (!isBought && (toSell.signum() == 0 || random.nextInt(4) == 0)) {
                goods = goods.withBought(units, cost);
                isBought = true;
            } else {
                BigDecimal part = toSell.min(BigDecimal.valueOf(1 + random.nextInt(300_000), 3));
                goods = goods.withSold(part);
                toSell = toSell.subtract(part);
            }
            assertThat(goods.due()).isNotNegative();
            goods = goods.withDueBooked();
            assertThat(goods.booked()).isLessThanOrEqualTo(cost);
        }
        assertThat(goods.booked()).isEqualTo(cost);
    }
}
