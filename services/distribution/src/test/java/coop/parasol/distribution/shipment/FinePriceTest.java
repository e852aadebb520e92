package coop.parasol.distribution.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.conservation.CheckConservation;
import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.PlaceOrder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Prices finer than a coin, from the price list to the last of several invoices. */
@QuarkusTest
class FinePriceTest {

    @Inject
    UseCases useCases;

    @Inject
    DispatchOrder dispatchOrder;

    @Inject
    DeliverShipment deliverShipment;

    @Inject
    CheckConservation checkConservation;

    /** Vector of rules 6: 21 at 11.115 in three parts. */
    @Test
    void an_order_line_in_three_deliveries_is_rounded_on_the_running_sum() {
        String product = useCases.product(UnitPrice.of("11115", "INR", 1000));
        UUID partner = useCases.partner("1000.00");
        Order placed = ((PlaceOrder.Placed) useCases.place(partner, "PO-" + product, product, 21)).order();
        List<Long> totals = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        for (int part = 1; part <= 3; part++) {
            useCases.batch(product, UUID.randomUUID(), 7, 30);
            useCases.awaitLookedAt(placed.orderId());
            Invoice invoice = deliver(placed.orderId(), "DN-" + part + "-" + product);
            totals.add(invoice.total);
            open.add(useCases.find(placed.orderId()).openAmount().minor());
            assertThat(invoice.lines.getFirst().unitPrice()).isEqualByComparingTo("1111500");
            assertThat(invoice.lines.getFirst().priceBase()).isEqualTo(1000);
        }

        assertThat(placed.total()).hasToString("233.42 INR");
        assertThat(placed.lines().getFirst().unitPrice()).isEqualTo(UnitPrice.of("11115", "INR", 1000));
        assertThat(totals).containsExactly(77_81L, 77_80L, 77_81L);
        assertThat(open).containsExactly(155_61L, 77_81L, 0L);
        assertThat(exposure(partner)).isEqualByComparingTo("23342");
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> checkConservation.check().creditBroken()))
                .isZero();
    }

    @Test
    void a_price_below_the_coin_is_charged_for_what_it_comes_to() {
        String product = useCases.product(UnitPrice.of("0.0025", "INR", 1));
        UUID partner = useCases.partner("1000.00");

        assertThat(((PlaceOrder.Placed) useCases.place(partner, "PO-1-" + product, product, 100_000))
                        .order()
                        .total())
                .hasToString("250.00 INR");
        assertThat(((PlaceOrder.Placed) useCases.place(partner, "PO-2-" + product, product, 1))
                        .order()
                        .refusalCode())
                .isEqualTo("nothing-to-pay");
    }

    private BigDecimal exposure(UUID partner) {
        return useCases.number("select exposure from partner where partner_id = ?", partner);
    }

    private Invoice deliver(UUID order, String reference) {
        DispatchOrder.Outcome dispatched = QuarkusTransaction.requiringNew()
                .call(() -> dispatchOrder.dispatch(order, Identifier.of(reference), UseCases.CAUSE));
        UUID shipment = ((DispatchOrder.Dispatched) dispatched).shipment().shipmentId;
        DeliverShipment.Outcome delivered =
                QuarkusTransaction.requiringNew().call(() -> deliverShipment.deliver(shipment, UseCases.CAUSE));
        return Objects.requireNonNull(((DeliverShipment.Delivered) delivered).invoice());
    }
}
