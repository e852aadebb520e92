package coop.parasol.distribution.invoice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a debit note charges for goods that were invoiced at a lower price. */
class DebitAmountTest {

    /** Worked by hand: 400 x 11.115 = 4,446.00; charged 400 x 10.50 = 4,200.00. */
    @Test
    void the_difference_is_the_new_amount_less_what_was_charged() {
        assertThat(debit("11.115", List.of(400L), "4200.00")).containsExactly(inr("246.00"));
    }

    /** 21 x 12.345 = 259.245, rounded to 259.25; charged 233.42: 25.83, of it a third to each of three parts of 7. */
    @Test
    void parts_of_a_line_add_up_to_the_difference_on_the_running_sum() {
        assertThat(debit("12.345", List.of(7L, 7L, 7L), "233.42"))
                .containsExactly(inr("8.61"), inr("8.61"), inr("8.61"));
        assertThat(debit("12.345", List.of(7L, 7L, 7L), "233.41"))
                .as("25.84: 8.613, 17.227, 25.84")
                .containsExactly(inr("8.61"), inr("8.62"), inr("8.61"));
    }

    @Test
    void nothing_is_charged_where_enough_was() {
        assertThat(debit("11.115", List.of(400L), "4446.00")).containsExactly(inr("0.00"));
        assertThat(debit("11.115", List.of(400L), "4446.01")).containsExactly(inr("0.00"));
    }

    @Test
    void of_nothing_invoiced_nothing_is_charged() {
        assertThat(debit("11.115", List.of(), "0.00")).isEmpty();
    }

    @Test
    void whatever_the_parts_and_prices_no_part_is_negative_and_all_is_charged() {
        Random random = new Random(102);
        for (int round = 0; round < 2_000; round++) {
            UnitPrice former = UnitPrice.ofMinor(BigDecimal.valueOf(random.nextInt(3_000_000), 3), "INR", base(random));
            UnitPrice price = dearer(former, random);
            List<Long> parts = new ArrayList<>();
            for (int part = 1 + random.nextInt(5); part > 0; part--) {
                parts.add(1L + random.nextInt(500));
            }
            BigDecimal all =
                    BigDecimal.valueOf(parts.stream().mapToLong(Long::longValue).sum());
            List<Money> amounts = DebitAmount.of(
                    price, parts.stream().map(BigDecimal::valueOf).toList(), former.times(all));

            assertThat(amounts).as(former + " to " + price).allMatch(amount -> amount.minor() >= 0);
            assertThat(amounts.stream().mapToLong(Money::minor).sum())
                    .isEqualTo(price.times(all).minor() - former.times(all).minor());
        }
    }

    private static int base(Random random) {
        return List.of(1, 100, 1000).get(random.nextInt(3));
    }

    private static UnitPrice dearer(UnitPrice former, Random random) {
        return UnitPrice.ofMinor(former.minor().add(BigDecimal.valueOf(random.nextInt(2_000), 3)), "INR", former.per());
    }

    private static List<Money> debit(String price, List<Long> parts, String charged) {
        return DebitAmount.of(
                UnitPrice.of(price, "INR", 1),
                parts.stream().map(BigDecimal::valueOf).toList(),
                inr(charged));
    }

    private static Money inr(String amount) {
        return Money.of(amount, "INR");
    }
}
