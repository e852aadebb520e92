package coop.parasol.distribution.shipment;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.conservation.CheckConservation;
import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.distribution.invoice.ReceivePayment;
import coop.parasol.distribution.order.CancelOrder;
import coop.parasol.distribution.order.LessWanted;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.ReduceOrderLine;
import coop.parasol.persistence.RetryOnDeadlock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Hibernate;

/**
 * What happens to orders of goods with breaks at 1, 100 and 1,000 pieces: by the use cases, each in a transaction of its own that is
 * tried again as a call over REST is.
 */
@ApplicationScoped
class Deliveries {

    private final UseCases useCases;
    private final DispatchOrder dispatchOrder;
    private final DeliverShipment deliverShipment;
    private final ReduceOrderLine reduceOrderLine;
    private final CancelOrder cancelOrder;
    private final ReceivePayment receivePayment;
    private final CheckConservation checkConservation;

    Deliveries(
            UseCases useCases,
            DispatchOrder dispatchOrder,
            DeliverShipment deliverShipment,
            ReduceOrderLine reduceOrderLine,
            CancelOrder cancelOrder,
            ReceivePayment receivePayment,
            CheckConservation checkConservation) {
        this.useCases = useCases;
        this.dispatchOrder = dispatchOrder;
        this.deliverShipment = deliverShipment;
        this.reduceOrderLine = reduceOrderLine;
        this.cancelOrder = cancelOrder;
        this.receivePayment = receivePayment;
        this.checkConservation = checkConservation;
    }

    /** 12.00 for any number, 11.115 from 100 on and 10.50 from 1,000 on. */
    String product() {
        String product = useCases.product(UnitPrice.of("12.00", "INR", 1));
        useCases.price(product, 100, UnitPrice.of("11.115", "INR", 1));
        useCases.price(product, 1000, UnitPrice.of("10.50", "INR", 1));
        return product;
    }

    /** Dispatches what is reserved; empty if nothing is. */
    @ApplyGuard(RetryOnDeadlock.GUARD)
    Optional<UUID> dispatch(UUID order) {
        DispatchOrder.Outcome outcome = QuarkusTransaction.requiringNew()
                .call(() -> dispatchOrder.dispatch(order, Identifier.of("DN-" + UUID.randomUUID()), UseCases.CAUSE));
        return outcome instanceof DispatchOrder.Dispatched dispatched
                ? Optional.of(dispatched.shipment().shipmentId)
                : Optional.empty();
    }

    @ApplyGuard(RetryOnDeadlock.GUARD)
    Invoice deliver(UUID shipment) {
        DeliverShipment.Outcome delivered =
                QuarkusTransaction.requiringNew().call(() -> deliverShipment.deliver(shipment, UseCases.CAUSE));
        return Objects.requireNonNull(((DeliverShipment.Delivered) delivered).invoice());
    }

    /** A batch of so many comes, is reserved, leaves and arrives. */
    Invoice deliver(Order order, long quantity) {
        useCases.batch(order.lines().getFirst().product(), UUID.randomUUID(), quantity, 30);
        useCases.awaitLookedAt(order.orderId());
        return deliver(dispatch(order.orderId()).orElseThrow());
    }

    @ApplyGuard(RetryOnDeadlock.GUARD)
    ReduceOrderLine.Outcome reduce(UUID order, BigDecimal rest, ReductionCause cause) {
        return QuarkusTransaction.requiringNew()
                .call(() -> reduceOrderLine.reduce(
                        new ReduceOrderLine.Request(
                                order,
                                1,
                                new Quantity(rest, UseCases.UNIT),
                                new LessWanted(cause, false, null, "too many")),
                        UseCases.CAUSE));
    }

    Order reduceTo(UUID order, long rest, ReductionCause cause) {
        return ((ReduceOrderLine.Reduced) reduce(order, BigDecimal.valueOf(rest), cause)).order();
    }

    @ApplyGuard(RetryOnDeadlock.GUARD)
    CancelOrder.Outcome cancel(UUID order) {
        return QuarkusTransaction.requiringNew().call(() -> cancelOrder.cancel(order, "no need", UseCases.CAUSE));
    }

    ReceivePayment.Outcome pay(UUID invoice, long minor) {
        return QuarkusTransaction.requiringNew()
                .call(() -> receivePayment.receive(
                        invoice, new Money(minor, "INR"), Identifier.of("UTR-" + invoice), UseCases.CAUSE));
    }

    /** Invoices and debit notes of an order, as they were issued, with their lines. */
    List<Invoice> documents(UUID order) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Invoice> documents = Invoice.list("orderId = ?1 order by issuedAt, invoiceId", order);
            documents.forEach(document -> Hibernate.initialize(document.lines));
            return documents;
        });
    }

    long exposure(UUID partner) {
        return useCases.number("select exposure from partner where partner_id = ?", partner)
                .longValueExact();
    }

    CheckConservation.Report check() {
        return QuarkusTransaction.requiringNew().call(checkConservation::check);
    }
}
