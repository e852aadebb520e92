package coop.parasol.distribution.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GoodsOfferTest {

    private static final UnitPrice LIST_PRICE = UnitPrice.of("1000", "INR", 100);

    @Test
    void offered_goods_are_bought_at_more_than_nothing_and_at_most_the_list_price() {
        assertThat(GoodsOffer.isAllowed(Money.of("10.00", "INR"), LIST_PRICE)).isTrue();
        assertThat(GoodsOffer.isAllowed(Money.of("0.01", "INR"), LIST_PRICE)).isTrue();
        assertThat(GoodsOffer.isAllowed(Money.of("10.01", "INR"), LIST_PRICE)).isFalse();
        assertThat(GoodsOffer.isAllowed(Money.of("0.00", "INR"), LIST_PRICE)).isFalse();
        assertThat(GoodsOffer.isAllowed(Money.of("9", "JPY"), LIST_PRICE)).isFalse();
    }

    @Test
    void what_is_owed_for_offered_goods_is_rounded_down() {
        assertThat(GoodsOffer.amount(Money.of("9.99", "INR"), new BigDecimal("1.5")))
                .isEqualTo(Money.of("14.98", "INR"));
        assertThat(GoodsOffer.amount(Money.of("1", "JPY"), new BigDecimal("0.5"))
                        .isPositive())
                .isFalse();
    }

    @Test
    void an_offer_lapses_when_the_bylaws_days_from_the_binding_are_over() {
        LocalDate bound = LocalDate.of(2026, 11, 28);

        assertThat(GoodsOffer.openUntil(bound, 30)).isEqualTo(LocalDate.of(2026, 12, 28));
    }
}
