package coop.parasol.pricing.pool;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.GoodsConsumed;
import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which units belong to a pool, and that what was paid for them follows them there. */
@QuarkusTest
class PoolGoodsTest extends PoolGoodsFixture {

    @Inject
    FirmClock clock;

    private final UUID second = new UUID(2, 2);

    @Test
    void goods_are_summed_by_producer_and_grade_paid_or_not() {
        InvoiceIssued paid = invoice(WEEK_48, 110_00, goods(first, "A", 10, 100_00), goods(second, "B", 1, 10_00));
        invoice(WEEK_48, 50_00, goods(first, "A", 5, 50_00));
        pay(paid, 110_00);

        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 15, 100_00), sum(second, "B", 1, 10_00));
    }

    @Test
    void receipts_follow_the_unit_into_the_week_of_its_acceptance_however_late_they_come() {
        InvoiceIssued invoice = invoice(WEEK_48, 100_00, goods(first, "A", 10, 100_00));
        invoice(WEEK_49, 70_00, goods(first, "A", 7, 70_00));

        pay(invoice, 100_00);

        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 10, 100_00));
        assertThat(pool(WEEK_49)).containsExactly(sum(first, "A", 7, 0));
    }

    @Test
    void receipts_are_net_of_tax_and_pro_rata_on_part_payments() {
        InvoiceIssued invoice = invoice(WEEK_48, 63_000_00, goods(first, "A", 10, 60_000_00));

        pay(invoice, 26_570_00);
        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 10, 25_304_76));

        pay(invoice, 36_430_00);
        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 10, 60_000_00));
    }

    @Test
    void a_set_of_payments_is_received_as_one_by_one() {
        InvoiceIssued invoice = invoice(WEEK_48, 100_00, goods(first, "A", 10, 100_00));

        run(() -> accepted.paid(List.of(payment(invoice.invoiceId(), 30_00), payment(invoice.invoiceId(), 20_00))));

        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 10, 50_00));
    }

    @Test
    void a_set_of_invoices_is_stored_as_one_by_one() {
        InvoiceIssued alone = invoice(WEEK_48, 300, goods(first, "A", 1, 100), goods(first, "B", 2, 200));
        InvoiceIssued before = unknown(alone);
        InvoiceIssued after = unknown(alone);
        run(() -> accepted.invoiced(List.of(before, after)));

        assertThat(positions(before)).isEqualTo(positions(alone)).containsExactly(0, 1);
        assertThat(positions(after)).isEqualTo(positions(alone));
    }

    /** The same invoice with another id. */
    private static InvoiceIssued unknown(InvoiceIssued invoice) {
        return new InvoiceIssued(
                UUID.randomUUID(),
                invoice.number(),
                invoice.orderId(),
                invoice.shipmentId(),
                invoice.partnerId(),
                invoice.total(),
                invoice.goods(),
                invoice.period());
    }

    private List<Integer> positions(InvoiceIssued invoice) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select position from accepted_goods where invoice_id = ? order by position")
                .bind(0, invoice.invoiceId())
                .mapTo(Integer.class)
                .list());
    }

    @Test
    void goods_of_the_firm_itself_are_in_no_pool() {
        pay(invoice(WEEK_48, 110_00, goods(null, "A", 10, 100_00), goods(first, "A", 1, 10_00)), 110_00);

        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 1, 10_00));
    }

    @Test
    void an_invoice_that_did_not_say_what_was_accepted_counts_for_the_week_of_its_payment() {
        UUID invoice = UUID.randomUUID();
        run(() -> {
            accepted.invoiced(List.of(new InvoiceIssued(
                    invoice, "INV-1", UUID.randomUUID(), UUID.randomUUID(), new UUID(3, 3), inr(100_00), null, null)));
            accepted.paid(List.of(payment(
                    invoice, 100_00, new PaidGoods(product, "A", UUID.randomUUID(), first, pieces(10), inr(100_00)))));
        });

        assertThat(pool(WEEK_49)).containsExactly(sum(first, "A", 10, 100_00));
    }

    @Test
    void recalled_units_leave_their_pool_with_what_was_paid_for_them() {
        AcceptedGoods recalled = goods(first, "A", 9, 90_00);
        pay(invoice(WEEK_48, 130_00, recalled, goods(second, "A", 4, 40_00)), 130_00);

        recall(recalled.batchId());

        assertThat(pool(WEEK_48))
                .containsExactly(
                        new PoolGoods.Sum(first, "A", pieces(0), inr(0), pieces(9), inr(90_00)),
                        sum(second, "A", 4, 40_00));
    }

    @Test
    void a_pool_by_certification_has_what_was_certified_in_its_week_less_expired_taken_back_bought_in_and_consumed() {
        basis("CERTIFIED", Instant.EPOCH);
        UUID sold = batch(first, 100);
        UUID expired = batch(first, 50);
        UUID reduced = batch(second, 30);
        dispatch(expired, 20);
        run(() -> {
            certified.expired(List.of(new CertificateExpired(expired, "PC", first, product, "L", IN_WEEK_48)));
            certified.takenBack(List.of(
                    new GoodsTakenBack(second, UUID.randomUUID(), reduced, product, "L", pieces(4), IN_WEEK_48)));
            certified.boughtIn(List.of(new ConsignmentPurchased(
                    UUID.randomUUID(),
                    second,
                    UUID.randomUUID(),
                    List.of(new PaidGoods(product, "A", reduced, null, pieces(6), inr(60_00))),
                    inr(60_00),
                    IN_WEEK_48)));
        });
        pay(invoice(WEEK_49, 70_00, new AcceptedGoods(product, "A", sold, first, pieces(7), inr(70_00), null)), 70_00);

        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 120, 70_00), sum(second, "A", 20, 0));
        assertThat(pool(WEEK_49)).isEmpty();

        run(() -> certified.consumed(List.of(consumed(first, sold, 30), consumed(first, sold, 25))));
        run(() -> certified.consumed(List.of(consumed(second, reduced, 5))));

        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 95, 70_00), sum(second, "A", 15, 0));
    }

    @Test
    void a_change_of_the_basis_counts_for_batches_that_are_certified_after_it_and_no_unit_is_in_two_pools() {
        UUID before = batch(first, 100);
        basis("CERTIFIED", IN_WEEK_48.plusSeconds(1));
        pay(
                invoice(WEEK_49, 70_00, new AcceptedGoods(product, "A", before, first, pieces(7), inr(70_00), null)),
                70_00);

        assertThat(pool(WEEK_48)).isEmpty();
        assertThat(pool(WEEK_49)).containsExactly(sum(first, "A", 7, 70_00));
    }

    @Test
    void a_week_is_that_of_the_firms_zone() {
        basis("CERTIFIED", Instant.EPOCH);
        Instant monday = clock.startOfDay(WEEK_48.monday());
        batch(first, 3, monday);
        batch(first, 5, monday.minusSeconds(1));

        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 3, 0));
    }

    private void dispatch(UUID batch, long quantity) {
        run(() -> certified.dispatched(List.of(new ShipmentDispatched(
                UUID.randomUUID(),
                "1",
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(new ShippedGoods(
                        1, product, "A", batch, first, "L", pieces(quantity), UnitPrice.of(inr(10_00)))),
                IN_WEEK_48))));
    }

    /** So much of a batch has gone into others of its producer, in all. */
    private GoodsConsumed consumed(UUID member, UUID batch, long number) {
        return new GoodsConsumed(member, batch, product, "L", pieces(number), IN_WEEK_48);
    }
}
