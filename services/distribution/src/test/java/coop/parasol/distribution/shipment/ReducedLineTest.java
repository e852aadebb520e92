package coop.parasol.distribution.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.distribution.invoice.ReceivePayment;
import coop.parasol.distribution.order.CancelOrder;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.ReduceOrderLine;
import coop.parasol.distribution.order.rules.OrderState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules 4 and 6: less of a line than was ordered, and what all of it costs then. Amounts are worked by hand. */
@QuarkusTest
class ReducedLineTest {

    private static final UnitPrice LOWEST_BREAK = UnitPrice.of("12.00", "INR", 1);
    private static final UnitPrice FROM_HUNDRED = UnitPrice.of("11.115", "INR", 1);
    private static final UnitPrice FROM_THOUSAND = UnitPrice.of("10.50", "INR", 1);

    @Inject
    UseCases useCases;

    @Inject
    Deliveries deliveries;

    private String product = "";
    private UUID partner = new UUID(0, 0);

    @BeforeEach
    void goods_with_breaks_and_a_partner() {
        product = deliveries.product();
        partner = useCases.partner("10500.00");
    }

    /** 1,000 at 10.50; 400 invoiced for 4,200.00; 700 left at 11.115 are 7,780.50, so 246.00 more for the 400 and 3,334.50 open. */
    @Test
    void a_partners_own_reduction_below_the_break_prices_all_of_the_line_at_the_break_that_the_rest_reaches() {
        Order order = useCases.order(partner, product, 1000);
        Invoice invoice = deliveries.deliver(order, 400);
        assertThat(order.total()).hasToString("10500.00 INR");
        assertThat(invoice.total).isEqualTo(4_200_00);

        Order now = deliveries.reduceTo(order.orderId(), 700, ReductionCause.PARTNER);

        Invoice note = deliveries.documents(order.orderId()).getLast();
        assertThat(note.kind).isEqualTo(Invoice.Kind.DEBIT_NOTE);
        assertThat(note.shipmentId).isNull();
        assertThat(note.total).isEqualTo(246_00);
        assertThat(number(note)).as("the same series").isEqualTo(number(invoice) + 1);
        assertThat(note.lines).singleElement().satisfies(line -> {
            assertThat(line.debitedInvoiceId()).isEqualTo(invoice.invoiceId);
            assertThat(line.quantity()).isEqualByComparingTo("400");
            assertThat(line.unitPrice()).isEqualByComparingTo("1111.5");
            assertThat(line.formerUnitPrice()).isEqualByComparingTo("1050");
        });
        assertThat(now.unitPrice(1)).isEqualTo(FROM_HUNDRED);
        assertThat(now.openAmount()).hasToString("3334.50 INR");
        assertThat(now.invoiced()).hasToString("4446.00 INR");
        assertThat(deliveries.exposure(partner)).isEqualTo(7_780_50);
        assertThat(deliveries.deliver(now, 300).total).isEqualTo(3_334_50);
        assertThat(deliveries.exposure(partner)).isEqualTo(7_780_50);
        assertThat(deliveries.check().creditBroken()).isZero();
    }

    /** 99 left of 1,000: 40 invoiced at 10.50 for 420.00 cost 480.00 at 12.00. */
    @Test
    void goods_under_way_are_invoiced_at_the_new_price_when_they_arrive() {
        Order order = useCases.order(partner, product, 1000);
        deliveries.deliver(order, 40);
        useCases.batch(product, UUID.randomUUID(), 59, 30);
        useCases.awaitLookedAt(order.orderId());
        UUID underWay = deliveries.dispatch(order.orderId()).orElseThrow();

        deliveries.reduceTo(order.orderId(), 99, ReductionCause.PARTNER);

        assertThat(totals(order)).containsExactly(420_00L, 60_00L);
        assertThat(deliveries.deliver(underWay).total).isEqualTo(708_00);
        assertThat(useCases.find(order.orderId()).state()).isEqualTo(OrderState.INVOICED);
        assertThat(deliveries.exposure(partner)).isEqualTo(1_188_00);
    }

    @Test
    void if_the_firm_delivers_less_the_price_stays_and_the_partners_break_counts_what_it_still_wanted() {
        Order order = useCases.order(partner, product, 1000);
        deliveries.deliver(order, 400);

        Order short700 = deliveries.reduceTo(order.orderId(), 700, ReductionCause.FIRM);
        assertThat(short700.unitPrice(1)).isEqualTo(FROM_THOUSAND);
        assertThat(totals(order)).containsExactly(4_200_00L);
        assertThat(deliveries.exposure(partner)).isEqualTo(7_350_00);

        Order own = deliveries.reduceTo(order.orderId(), 699, ReductionCause.PARTNER);
        assertThat(own.unitPrice(1)).as("it wanted 999").isEqualTo(FROM_HUNDRED);
    }

    @Test
    void prices_that_change_after_the_acceptance_change_nothing() {
        Order order = useCases.order(partner, product, 1000);
        useCases.price(product, 0, UnitPrice.of("99.00", "INR", 1));
        useCases.price(product, 100, UnitPrice.of("88.00", "INR", 1));
        useCases.price(product, 500, UnitPrice.of("77.00", "INR", 1));

        assertThat(deliveries
                        .reduceTo(order.orderId(), 700, ReductionCause.PARTNER)
                        .unitPrice(1))
                .isEqualTo(FROM_HUNDRED);
        assertThat(deliveries
                        .reduceTo(order.orderId(), 7, ReductionCause.PARTNER)
                        .unitPrice(1))
                .isEqualTo(LOWEST_BREAK);
    }

    /** 30 left the warehouse and were invoiced at 10.50: 315.00; at 12.00 they are 360.00. */
    @Test
    void a_cancellation_prices_what_has_left_at_the_break_that_it_reaches() {
        Order order = useCases.order(partner, product, 1000);
        deliveries.deliver(order, 30);

        Order cancelled = ((CancelOrder.Cancelled) deliveries.cancel(order.orderId())).order();

        assertThat(totals(order)).containsExactly(315_00L, 45_00L);
        assertThat(cancelled.state()).isEqualTo(OrderState.INVOICED);
        assertThat(deliveries.exposure(partner)).isEqualTo(360_00);
        assertThat(deliveries.cancel(order.orderId())).isEqualTo(new CancelOrder.NothingToCancel());
        assertThat(deliveries.reduce(order.orderId(), BigDecimal.TEN, ReductionCause.PARTNER))
                .isInstanceOf(ReduceOrderLine.HasLeft.class);
    }

    /** 400 invoiced for 4,200.00; at 11.115 4,446.00; at 12.00 4,800.00. */
    @Test
    void two_reductions_charge_the_difference_to_what_was_charged_by_then() {
        Order order = useCases.order(partner, product, 1000);
        deliveries.deliver(order, 50);
        deliveries.reduceTo(order.orderId(), 100, ReductionCause.PARTNER);
        deliveries.reduceTo(order.orderId(), 60, ReductionCause.PARTNER);
        deliveries.reduceTo(order.orderId(), 50, ReductionCause.PARTNER);

        assertThat(totals(order)).containsExactly(525_00L, 30_75L, 44_25L);
        assertThat(deliveries.exposure(partner)).isEqualTo(600_00);
        assertThat(useCases.find(order.orderId()).state()).isEqualTo(OrderState.INVOICED);
    }

    @Test
    void a_debit_note_is_paid_as_an_invoice_and_its_order_is_paid_when_both_are() {
        Order order = useCases.order(partner, product, 1000);
        Invoice invoice = deliveries.deliver(order, 400);
        deliveries.pay(invoice.invoiceId, 4_200_00);
        deliveries.reduceTo(order.orderId(), 400, ReductionCause.PARTNER);
        Invoice note = deliveries.documents(order.orderId()).getLast();
        assertThat(useCases.find(order.orderId()).state()).isEqualTo(OrderState.INVOICED);

        assertThat(deliveries.pay(note.invoiceId, 1)).isInstanceOf(ReceivePayment.WrongAmount.class);
        assertThat(deliveries.pay(note.invoiceId, 246_00)).isInstanceOf(ReceivePayment.Paid.class);

        assertThat(useCases.find(order.orderId()).state()).isEqualTo(OrderState.PAID);
        assertThat(deliveries.exposure(partner)).isZero();
        assertThat(useCases.number("""
                        select count(*) from (select type, payload from outbox union all select type, payload from sent_event) e
                         where type like '%PaymentReceived%' and payload like ? and payload like '%"value":"0"%'
                        """, "%" + note.invoiceId + "%"))
                .as("a payment without units")
                .isEqualByComparingTo("1");
    }

    @Test
    void a_reduction_is_never_refused_for_credit() {
        UUID poor = useCases.partner("500.00");
        String dear = useCases.product(UnitPrice.of("100.00", "INR", 1));
        useCases.price(dear, 10, UnitPrice.of("50.00", "INR", 1));
        Order order = useCases.order(poor, dear, 10);

        Order now = deliveries.reduceTo(order.orderId(), 9, ReductionCause.PARTNER);

        assertThat(now.openAmount()).hasToString("900.00 INR");
        assertThat(deliveries.exposure(poor)).isEqualTo(900_00);
    }

    @Test
    void units_that_are_reserved_beyond_the_rest_go_to_those_who_wait() {
        UUID batch = useCases.batch(product, UUID.randomUUID(), 10, 30);
        Order first = useCases.order(partner, product, 10);
        Order waiting = useCases.order(partner, product, 4);
        assertThat(waiting.state()).isEqualTo(OrderState.ACCEPTED);

        deliveries.reduceTo(first.orderId(), 6, ReductionCause.PARTNER);
        useCases.awaitLookedFor(product);

        assertThat(useCases.find(waiting.orderId()).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.find(first.orderId()).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.batchUnits(batch, "reserved")).isEqualByComparingTo("10");
        assertThat(deliveries.check().reservationsBroken()).isZero();
    }

    @Test
    void what_may_be_sold_for_the_longest_time_is_released_first() {
        UUID soon = useCases.batch(product, UUID.randomUUID(), 5, 3);
        UUID later = useCases.batch(product, UUID.randomUUID(), 5, 30);
        Order order = useCases.order(partner, product, 10);

        deliveries.reduceTo(order.orderId(), 7, ReductionCause.PARTNER);

        assertThat(useCases.batchUnits(soon, "reserved")).isEqualByComparingTo("5");
        assertThat(useCases.batchUnits(later, "reserved")).isEqualByComparingTo("2");
        assertThat(useCases.batchUnits(later, "on_hand")).isEqualByComparingTo("3");
    }

    @Test
    void an_order_that_waits_for_nothing_any_more_is_said_to_be_allocated_in_full() {
        useCases.batch(product, UUID.randomUUID(), 6, 30);
        Order order = useCases.order(partner, product, 10);

        assertThat(deliveries.reduceTo(order.orderId(), 6, ReductionCause.FIRM).state())
                .isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.number("""
                        select count(*) from (select type, payload from outbox union all select type, payload from sent_event) e
                         where type like '%OrderAllocated%' and payload like ? and payload like '%"complete":true%'
                        """, "%" + order.orderId() + "%")).isEqualByComparingTo("1");
    }

    @Test
    void a_line_reduced_to_nothing_cancels_its_order() {
        Order order = useCases.order(partner, product, 1000);

        assertThat(deliveries
                        .reduceTo(order.orderId(), 0, ReductionCause.PARTNER)
                        .state())
                .isEqualTo(OrderState.CANCELLED);
        assertThat(deliveries.exposure(partner)).isZero();
        assertThat(deliveries.documents(order.orderId())).isEmpty();
    }

    private List<Long> totals(Order order) {
        return deliveries.documents(order.orderId()).stream()
                .map(document -> document.total)
                .toList();
    }

    private static int number(Invoice document) {
        return Integer.parseInt(document.number.substring(document.number.lastIndexOf('-') + 1));
    }
}
