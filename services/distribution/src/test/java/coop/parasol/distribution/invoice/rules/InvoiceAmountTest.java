package coop.parasol.distribution.invoice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An invoice is the sum of its lines, each at the price of the order. */
class InvoiceAmountTest {

    @Test
    void each_line_rounded_down_and_summed() {
        assertThat(InvoiceAmount.total(List.of(goods("1.5", "9.99"), goods("3", "10.00")), "INR"))
                .isEqualTo(Money.of("44.98", "INR"));
        assertThat(InvoiceAmount.total(List.of(), "INR").isZero()).isTrue();
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

    private static ShippedGoods goods(String quantity, String price) {
        return new ShippedGoods(
                1,
                "LAMP",
                "A",
                new UUID(0, 1),
                new UUID(0, 2),
                "L",
                new Quantity(new BigDecimal(quantity), "C62"),
                Money.of(price, "INR"));
    }
}
