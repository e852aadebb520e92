package coop.parasol.distribution.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Money;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.conservation.CheckConservation;
import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.distribution.invoice.ReceivePayment;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** Sales of a firm that was founded with another currency and zone than the demo. */
abstract class SalesAbroad {

    @Inject
    UseCases useCases;

    @Inject
    MovableClock clock;

    @Inject
    CheckConservation checkConservation;

    @Inject
    private DispatchOrder dispatchOrder;

    @Inject
    private DeliverShipment deliverShipment;

    @Inject
    private ReceivePayment receivePayment;

    @AfterEach
    void clock_is_reset() {
        clock.reset();
    }

    /** The paid invoice of an order for pieces of a batch that has just been certified. */
    Invoice sell(Money unitPrice, long pieces, Instant moment) {
        clock.setTo(moment);
        String product = useCases.product(unitPrice);
        useCases.batch(product, UUID.randomUUID(), pieces, 0);
        UUID partner = useCases.partner(unitPrice.timesRoundedDown(BigDecimal.valueOf(pieces)));
        Order order = useCases.order(partner, product, pieces);
        assertThat(order.state()).as("goods on their last day of sale").isEqualTo(OrderState.ALLOCATED);
        DispatchOrder.Outcome dispatched = QuarkusTransaction.requiringNew()
                .call(() -> dispatchOrder.dispatch(
                        order.orderId(), Identifier.of("DN-" + order.orderId()), UseCases.CAUSE));
        UUID shipment = ((DispatchOrder.Dispatched) dispatched).shipment().shipmentId;
        DeliverShipment.Outcome delivered =
                QuarkusTransaction.requiringNew().call(() -> deliverShipment.deliver(shipment, UseCases.CAUSE));
        Invoice invoice = Objects.requireNonNull(((DeliverShipment.Delivered) delivered).invoice());
        Money due = new Money(invoice.total, unitPrice.currency());
        ReceivePayment.Outcome paid = QuarkusTransaction.requiringNew()
                .call(() -> receivePayment.receive(
                        invoice.invoiceId, due, Identifier.of("UTR-" + invoice.invoiceId), UseCases.CAUSE));
        assertThat(useCases.find(order.orderId()).state()).isEqualTo(OrderState.PAID);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> checkConservation.check().conserved()))
                .isTrue();
        return ((ReceivePayment.Paid) paid).invoice();
    }
}
