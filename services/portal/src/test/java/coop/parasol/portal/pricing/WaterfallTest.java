package coop.parasol.portal.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.UnitPrice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A pool's picture. */
class WaterfallTest {

    private static final Waterfall.Labels LABELS =
            new Waterfall.Labels("receipts", "carried in", "margin", "costs", "payout", "carried on");

    @Test
    void what_is_taken_away_begins_where_the_bar_before_ended_and_the_payout_begins_at_nothing() {
        List<Waterfall.Bar> bars = Waterfall.of(pool(), LABELS).bars();

        Waterfall.Bar receipts = bars.get(0);
        Waterfall.Bar margin = bars.get(2);
        Waterfall.Bar costs = bars.get(3);
        Waterfall.Bar payout = bars.getLast();
        assertThat(receipts.x()).isZero();
        assertThat(margin.x() + margin.width()).isEqualTo(receipts.width());
        assertThat(costs.x() + costs.width()).isEqualTo(margin.x());
        assertThat(payout.x()).isZero();
        assertThat(payout.width()).isEqualTo(costs.x());
        assertThat(margin.y()).isGreaterThan(receipts.y() + receipts.height());
    }

    @Test
    void what_is_carried_on_as_a_debt_is_added_and_has_one_sign() {
        List<Waterfall.Bar> bars =
                Waterfall.of(pool(Money.of("-5.00", "INR")), LABELS).bars();

        assertThat(bars.get(2).value()).startsWith("−").endsWith("10.00");
        assertThat(bars.get(4).value()).doesNotContain("−").endsWith("5.00");
        assertThat(bars.get(4).taken()).isFalse();
    }

    private static PricingClient.Settlement pool() {
        return pool(Money.zero("INR"));
    }

    private static PricingClient.Settlement pool(Money carryOut) {
        Money payout = Money.of("70.00", "INR");
        Money none = Money.zero("INR");
        return new PricingClient.Settlement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "BRASS-LAMP",
                Period.parse("2026-W48"),
                1,
                "DRAFT",
                "priya",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                Money.of("100.00", "INR"),
                1000,
                Money.of("10.00", "INR"),
                Money.of("20.00", "INR"),
                List.of(),
                none,
                "7",
                UnitPrice.of(Money.of("10.00", "INR")),
                none,
                payout,
                none,
                List.of(new PricingClient.Payout(
                        UUID.randomUUID(), "Meera Brass", List.of(), payout, none, payout, none, none, payout, payout)),
                carryOut,
                List.of(),
                null,
                null);
    }
}
