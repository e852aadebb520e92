package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What templates write, where a class has a method of the same name as a format. */
@QuarkusTest
class RenderedFormatsTest {

    @Inject
    Engine engine;

    @Test
    void a_price_has_its_currency_and_for_how_many_units_it_is() {
        assertThat(text(UnitPrice.of("137500.00", "INR", 100))).isEqualTo("₹1,37,500.00 per 100");
        assertThat(text(UnitPrice.of("467.50", "INR", null))).isEqualTo("₹467.50");
    }

    @Test
    void a_quantity_has_its_unit_and_grouped_digits() {
        assertThat(text(Quantity.of("12.5", "KGM"))).isEqualTo("12.5 kg");
        assertThat(text(Quantity.of("1200", "C62"))).isEqualTo("1,200");
    }

    @Test
    void an_amount_has_its_currency() {
        assertThat(text(Money.of("1000.00", "INR"))).isEqualTo("₹1,000.00");
    }

    private String text(Object value) {
        return Language.ENGLISH.write(
                () -> engine.parse("{value.text}").data("value", value).render());
    }
}
