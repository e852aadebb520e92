package coop.parasol.distribution.order;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.order.rules.OrderState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Same partner, same own order number: one order, for ever. */
@QuarkusTest
class OrderReferenceTest {

    @Inject
    UseCases useCases;

    @Test
    void an_own_order_number_names_one_order_however_it_is_spelt() {
        String product = useCases.product();
        UUID partner = useCases.partner("100.00");
        UUID first = placed(useCases.place(partner, "PO 4711-a", product, 1)).orderId();

        for (String spelling : List.of("PO 4711-a", "po4711-A", " PO  4711-A ", "\uFF30\uFF2F4711-A")) {
            assertThat(useCases.place(partner, spelling, product, 2)).isEqualTo(new PlaceOrder.OrderExists(first));
        }
        assertThat(exposure(partner)).isEqualTo(10_00);
    }

    @Test
    void an_order_for_a_week_that_is_over_or_too_far_ahead_is_not_taken_and_leaves_its_number_free() {
        String product = useCases.product();
        UUID partner = useCases.partner("100.00");
        for (String week : List.of("2020-W01", "9999-W52")) {
            PlaceOrder.Request now = useCases.request(partner, "PO-1", product, 1);
            PlaceOrder.Request request = new PlaceOrder.Request(
                    now.partnerId(), now.reference(), Period.parse(week), now.enteredBy(), now.lines());
            assertThat(useCases.place(request, Optional.empty()))
                    .isInstanceOfAny(PlaceOrder.WeekOver.class, PlaceOrder.WeekTooFar.class);
        }

        assertThat(placed(useCases.place(partner, "PO-1", product, 1)).state()).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void two_partners_may_use_the_same_order_number() {
        String product = useCases.product();

        UUID one = placed(useCases.place(useCases.partner("100.00"), "PO-1", product, 1))
                .orderId();
        UUID other = placed(useCases.place(useCases.partner("100.00"), "PO-1", product, 1))
                .orderId();

        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void a_refused_order_leaves_its_number_free() {
        String product = useCases.product();
        UUID partner = useCases.partner("100.00");

        assertThat(placed(useCases.place(partner, "PO-1", product, 11)).state()).isEqualTo(OrderState.REFUSED);
        assertThat(placed(useCases.place(partner, "PO-1", product, 10)).state()).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void of_orders_with_one_number_that_are_placed_at_once_one_is_placed() throws Exception {
        UUID partner = useCases.partner("1000.00");
        List<Callable<PlaceOrder.Outcome>> orders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // a product each, so that the products' locks do not put the orders in a row
            String product = useCases.product();
            orders.add(() -> useCases.place(partner, "PO-1", product, 3));
        }
        List<PlaceOrder.Outcome> outcomes = new ArrayList<>();
        try (ExecutorService atOnce = Executors.newFixedThreadPool(8)) {
            for (Future<PlaceOrder.Outcome> outcome : atOnce.invokeAll(orders)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).filteredOn(PlaceOrder.Placed.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(PlaceOrder.OrderExists.class::isInstance)
                .hasSize(7);
        assertThat(exposure(partner)).isEqualTo(30_00);
    }

    private static Order placed(PlaceOrder.Outcome outcome) {
        return ((PlaceOrder.Placed) outcome).order();
    }

    private long exposure(UUID partner) {
        return useCases.number("select exposure from partner where partner_id = ?", partner)
                .longValueExact();
    }
}
