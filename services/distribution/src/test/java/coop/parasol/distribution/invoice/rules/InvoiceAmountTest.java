package coop.parasol.distribution.invoice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An invoice is the sum of its lines, each at the price of the order. */
class InvoiceAmountTest {

    /** Vector of rules 6: 21 at 11.115 in three parts. */
    @Test
    void parts_of_a_line_are_rounded_on_the_running_sum() {
        assertThat(InvoiceAmount.of(
                        List.of(goods(1, "7", "11.115"), goods(1, "7", "11.115"), goods(1, "7", "11.115")), Map.of()))
                .extracting(Money::amount)
                .containsExactly("77.81", "77.80", "77.81");
    }

    @Test
    void what_earlier_invoices_have_counts_in_the_running_sum_of_its_line_alone() {
        assertThat(InvoiceAmount.of(
                        List.of(goods(1, "7", "11.115"), goods(2, "7", "11.115")), Map.of(1, new BigDecimal("7"))))
                .extracting(Money::amount)
                .containsExactly("77.80", "77.81");
    }

    /** 3.333, 3.333 and 3.334 kg at 3.33 are 33.30 on the order, and so on the invoice. */
    @Test
    void an_order_line_of_three_batches_is_invoiced_at_what_it_was_accepted_at() {
        List<Money> amounts = InvoiceAmount.of(
                List.of(goods(1, "3.333", "3.33"), goods(1, "3.333", "3.33"), goods(1, "3.334", "3.33")), Map.of());

        assertThat(InvoiceAmount.total(amounts, "INR")).isEqualTo(Money.of("33.30", "INR"));
        assertThat(InvoiceAmount.total(List.of(), "INR").isZero()).isTrue();
    }

    /** Prices of 0.0001 to 10,000,000 in JPY, INR and KWD, for 1, 100 or 1,000 units; quantities with and without decimals. */
    @Test
    void all_parts_of_a_line_together_cost_what_the_line_was_accepted_at_whatever_the_parts() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            UnitPrice price = randomPrice(random);
            List<ShippedGoods> parts = random.ints(1 + random.nextInt(12), 1, 10_000_000)
                    .mapToObj(units -> goods(1, BigDecimal.valueOf(units, random.nextInt(7)), price))
                    .toList();
            int cut = random.nextInt(parts.size());
            Money first = InvoiceAmount.total(InvoiceAmount.of(parts.subList(0, cut), Map.of()), price.currency());
            BigDecimal before = sum(parts.subList(0, cut));
            Money second = InvoiceAmount.total(
                    InvoiceAmount.of(parts.subList(cut, parts.size()), Map.of(1, before)), price.currency());
            BigDecimal exact = price.minor().multiply(sum(parts)).divide(BigDecimal.valueOf(price.per()));

            assertThat(first.plus(second)).as("seed %d", seed).isEqualTo(price.times(sum(parts)));
            assertThat(BigDecimal.valueOf(first.plus(second).minor())
                            .subtract(exact)
                            .abs())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(new BigDecimal("0.5"));
        }
    }

    private static UnitPrice randomPrice(Random random) {
        String currency = List.of("JPY", "INR", "KWD").get(random.nextInt(3));
        int per = List.of(1, 100, 1000).get(random.nextInt(3));
        int magnitude = random.nextInt(12);
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(magnitude == 11 ? 1 : 9), 4 - magnitude)
                .add(BigDecimal.valueOf(random.nextInt(10_000), 8));
        return new UnitPrice(amount, currency, per);
    }

    private static BigDecimal sum(List<ShippedGoods> parts) {
        return parts.stream().map(part -> part.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void numbers_count_within_a_year() {
        assertThat(InvoiceNumber.of("2026", 1)).isEqualTo("INV-2026-000001");
        assertThat(InvoiceNumber.of("2026", 42)).isEqualTo("INV-2026-000042");
        assertThat(InvoiceNumber.of("26-27", 999_999))
                .isEqualTo("INV-26-27-999999")
                .hasSize(16);
        assertThatThrownBy(() -> InvoiceNumber.of("26-27", 1_000_000)).isInstanceOf(IllegalArgumentException.class);
        assertThrows(IllegalArgumentException.class, () -> InvoiceNumber.of("2026", 0));
    }

    @Test
    void a_number_tells_its_year_and_count_again() {
        assertThat(InvoiceNumber.parse("INV-2026-000042")).isEqualTo(new InvoiceNumber.Parts(2026, 42));
        assertThat(InvoiceNumber.parse("INV-26-27-999999")).isEqualTo(new InvoiceNumber.Parts(2026, 999_999));
        assertThatThrownBy(() -> InvoiceNumber.parse("CN-2026-000042")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ShippedGoods goods(int line, String quantity, String price) {
        return goods(line, new BigDecimal(quantity), UnitPrice.of(price, "INR", 1));
    }

    private static ShippedGoods goods(int line, BigDecimal quantity, UnitPrice price) {
        return new ShippedGoods(
                line, "LAMP", "A", new UUID(0, 1), new UUID(0, 2), "L", new Quantity(quantity, "KGM"), price);
    }
}
