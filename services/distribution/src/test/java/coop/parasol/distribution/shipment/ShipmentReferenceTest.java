package coop.parasol.distribution.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.conservation.CheckConservation;
import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.distribution.invoice.ReceivePayment;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.stock.OnBatchRecalled;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shipment does once, and what of it is charged when its goods are recalled under way. */
@QuarkusTest
class ShipmentReferenceTest {

    @Inject
    UseCases useCases;

    @Inject
    DispatchOrder dispatchOrder;

    @Inject
    DeliverShipment deliverShipment;

    @Inject
    ReceivePayment receivePayment;

    @Inject
    OnBatchRecalled onBatchRecalled;

    @Inject
    CheckConservation checkConservation;

    private String product = "";
    private UUID partner = UUID.randomUUID();

    @BeforeEach
    void product_and_partner_are_known() {
        product = useCases.product();
        partner = useCases.partner("1000.00");
    }

    @Test
    void a_dispatch_that_is_asked_for_again_is_made_once() {
        useCases.batch(product, UUID.randomUUID(), 10, 9);
        UUID order = useCases.order(partner, product, 12).orderId();
        Shipment first = ((DispatchOrder.Dispatched) dispatch(order, "DN 1-" + order)).shipment();
        useCases.batch(product, UUID.randomUUID(), 10, 9);

        DispatchOrder.Outcome again = dispatch(order, "dn1-" + order);

        assertThat(again).isInstanceOfSatisfying(DispatchOrder.Dispatched.class, dispatched -> {
            assertThat(dispatched.again()).isTrue();
            assertThat(dispatched.shipment().shipmentId).isEqualTo(first.shipmentId);
        });
        assertThat(useCases.number("select count(*) from shipment where order_id = ?", order))
                .isEqualByComparingTo("1");
    }

    @Test
    void a_number_of_the_warehouse_is_of_one_shipment() {
        useCases.batch(product, UUID.randomUUID(), 10, 9);
        UUID first = useCases.order(partner, product, 5).orderId();
        UUID second = useCases.order(partner, product, 5).orderId();
        dispatch(first, "DN-" + first);

        assertThat(dispatch(second, "DN-" + first)).isInstanceOf(DispatchOrder.ReferenceUsed.class);
    }

    @Test
    void a_transfer_pays_one_invoice_however_it_is_spelt() {
        useCases.batch(product, UUID.randomUUID(), 10, 9);
        Invoice first = Objects.requireNonNull(
                deliver(useCases.order(partner, product, 5).orderId()));
        Invoice second = Objects.requireNonNull(
                deliver(useCases.order(partner, product, 5).orderId()));

        assertThat(pay(first, "UTR 7-" + first.invoiceId)).isInstanceOf(ReceivePayment.Paid.class);
        assertThat(pay(first, "utr7-" + first.invoiceId)).isInstanceOf(ReceivePayment.Paid.class);
        assertThat(pay(second, "utr7-" + first.invoiceId)).isEqualTo(new ReceivePayment.TransferUsed(first.number));
    }

    @Test
    void goods_that_were_recalled_under_way_are_delivered_and_not_invoiced() {
        UUID recalled = useCases.batch(product, UUID.randomUUID(), 9, 5);
        useCases.batch(product, UUID.randomUUID(), 9, 9);
        UUID order = useCases.order(partner, product, 18).orderId();
        Shipment shipment = ((DispatchOrder.Dispatched) dispatch(order, "DN-" + order)).shipment();
        recall(recalled);

        Invoice invoice = Objects.requireNonNull(deliverShipment(shipment.shipmentId));

        assertThat(invoice.total).isEqualTo(90_00);
        assertThat(useCases.batchUnits(recalled, "delivered")).isEqualByComparingTo("9");
        assertThat(useCases.number("select exposure from partner where partner_id = ?", partner))
                .isEqualByComparingTo("9000");
        assertThat(useCases.number(
                        "select quantity from recall_notice where batch_id = ? and partner_id = ?", recalled, partner))
                .isEqualByComparingTo("9");
        assertThat(conserved()).isTrue();
    }

    @Test
    void a_shipment_of_which_all_was_recalled_under_way_has_no_invoice() {
        UUID recalled = useCases.batch(product, UUID.randomUUID(), 5, 5);
        UUID order = useCases.order(partner, product, 5).orderId();
        Shipment shipment = ((DispatchOrder.Dispatched) dispatch(order, "DN-" + order)).shipment();
        recall(recalled);

        assertThat(deliverShipment(shipment.shipmentId)).isNull();
        assertThat(deliverShipment(shipment.shipmentId)).isNull();
        assertThat(useCases.find(order).state()).isEqualTo(OrderState.DELIVERED);
        assertThat(conserved()).isTrue();
    }

    private void recall(UUID batch) {
        BatchRecalled event = new BatchRecalled(
                batch,
                "C" + batch,
                UUID.randomUUID(),
                product,
                "L-" + batch,
                UUID.randomUUID(),
                RecallClass.I,
                "glass",
                Instant.now());
        QuarkusTransaction.requiringNew().run(() -> onBatchRecalled.on(event, UseCases.envelope()));
    }

    private DispatchOrder.Outcome dispatch(UUID order, String reference) {
        return QuarkusTransaction.requiringNew()
                .call(() -> dispatchOrder.dispatch(order, Identifier.of(reference), UseCases.CAUSE));
    }

    private @Nullable Invoice deliver(UUID order) {
        return deliverShipment(((DispatchOrder.Dispatched) dispatch(order, "DN-" + order)).shipment().shipmentId);
    }

    private @Nullable Invoice deliverShipment(UUID shipment) {
        DeliverShipment.Outcome outcome =
                QuarkusTransaction.requiringNew().call(() -> deliverShipment.deliver(shipment, UseCases.CAUSE));
        return ((DeliverShipment.Delivered) outcome).invoice();
    }

    private ReceivePayment.Outcome pay(Invoice invoice, String reference) {
        return QuarkusTransaction.requiringNew()
                .call(() -> receivePayment.receive(
                        invoice.invoiceId, new Money(invoice.total, "INR"), Identifier.of(reference), UseCases.CAUSE));
    }

    private boolean conserved() {
        return QuarkusTransaction.requiringNew()
                .call(() -> checkConservation.check().conserved());
    }
}
