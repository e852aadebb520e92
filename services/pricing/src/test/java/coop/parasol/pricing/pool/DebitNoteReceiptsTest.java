package coop.parasol.pricing.pool;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.contracts.OrderChangeEvent.DebitedGoods;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a debit note brings follows the units of its invoice into their pool; the units count once. */
@QuarkusTest
class DebitNoteReceiptsTest {

    private static final Period WEEK_48 = Period.parse("2026-W48");
    private static final Period WEEK_49 = Period.parse("2026-W49");
    private static final Instant IN_WEEK_48 = Instant.parse("2026-11-25T08:00:00Z");
    private static final int VERSION = 1_000_000;

    @Inject
    PoolGoods poolGoods;

    @Inject
    AcceptedGoodsRepository accepted;

    @Inject
    CertifiedGoods certified;

    @Inject
    PoolBylaws bylaws;

    @Inject
    Jdbi jdbi;

    private final String product = "LAMP-" + UUID.randomUUID();
    private final UUID first = new UUID(1, 1);

    @AfterEach
    void restore_the_basis_of_the_other_tests() {
        run(() ->
                jdbi.useHandle(handle -> handle.execute("delete from pool_bylaw where bylaws_version >= ?", VERSION)));
    }

    /** Worked by hand: 400 at 10.50 are 4,200.00; the debit note brings 246.00 more for the same 400. */
    @Test
    void what_a_debit_note_brings_follows_the_units_into_their_pool_and_counts_none_of_them_again() {
        AcceptedGoods sold = goods(first, "A", 400, 4_200_00);
        pay(invoice(WEEK_48, 4_200_00, sold), 4_200_00);
        DebitNoteIssued note = debit(WEEK_48, sold, 246_00);
        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 400, 4_200_00));

        pay(note, 123_00);
        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 400, 4_323_00));

        pay(note, 123_00);
        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 400, 4_446_00));
        assertThat(pool(WEEK_49)).isEmpty();
    }

    @Test
    void a_debit_note_of_goods_in_a_pool_by_certification_brings_its_money_there() {
        basis("CERTIFIED", Instant.EPOCH);
        AcceptedGoods sold =
                new AcceptedGoods(product, "A", batch(first, 100), first, pieces(40), inr(420_00), pieces(40));
        pay(invoice(WEEK_49, 420_00, sold), 420_00);

        pay(debit(WEEK_49, sold, 60_00), 60_00);

        assertThat(pool(WEEK_48)).containsExactly(sum(first, "A", 100, 480_00));
    }

    @Test
    void a_debit_note_for_recalled_goods_brings_nothing_into_a_pool() {
        AcceptedGoods sold = goods(first, "A", 40, 420_00);
        pay(invoice(WEEK_48, 420_00, sold), 420_00);
        recall(sold.batchId());

        pay(debit(WEEK_48, sold, 60_00), 60_00);

        assertThat(pool(WEEK_48))
                .containsExactly(new PoolGoods.Sum(first, "A", pieces(0), inr(0), pieces(40), inr(480_00)));
    }

    private List<PoolGoods.Sum> pool(Period week) {
        return QuarkusTransaction.requiringNew().call(() -> poolGoods.of(product, week));
    }

    private static PoolGoods.Sum sum(UUID member, String grade, long quantity, long paise) {
        return new PoolGoods.Sum(member, grade, pieces(quantity), inr(paise), pieces(0), inr(0));
    }

    private InvoiceIssued invoice(Period week, long total, AcceptedGoods... goods) {
        InvoiceIssued invoice = new InvoiceIssued(
                UUID.randomUUID(),
                "INV-1",
                UUID.randomUUID(),
                UUID.randomUUID(),
                new UUID(3, 3),
                inr(total),
                List.of(goods),
                week);
        run(() -> accepted.invoiced(List.of(invoice)));
        return invoice;
    }

    private void pay(InvoiceIssued invoice, long paise) {
        run(() -> accepted.paid(List.of(payment(invoice.invoiceId(), paise))));
    }

    /** @param sold goods of an invoice, all at a higher price */
    private DebitNoteIssued debit(Period acceptedIn, AcceptedGoods sold, long paise) {
        DebitNoteIssued note = new DebitNoteIssued(
                UUID.randomUUID(),
                "INV-2",
                UUID.randomUUID(),
                new UUID(3, 3),
                inr(paise),
                List.of(new DebitedGoods(
                        UUID.randomUUID(),
                        sold.product(),
                        sold.grade(),
                        sold.batchId(),
                        sold.memberId(),
                        sold.quantity(),
                        inr(paise),
                        acceptedIn)),
                Instant.EPOCH);
        run(() -> accepted.debited(List.of(note)));
        return note;
    }

    /** Its units are those of the invoice. */
    private void pay(DebitNoteIssued note, long paise) {
        DebitedGoods goods = note.goods().getFirst();
        run(() -> accepted.paid(List.of(payment(
                note.debitNoteId(),
                paise,
                new PaidGoods(
                        goods.product(), goods.grade(), goods.batchId(), goods.memberId(), pieces(0), inr(paise))))));
    }

    private static PaymentReceived payment(UUID invoice, long paise, PaidGoods... goods) {
        return new PaymentReceived(invoice, new UUID(3, 3), inr(paise), List.of(goods), WEEK_49, "bank", Instant.EPOCH);
    }

    private AcceptedGoods goods(@Nullable UUID member, String grade, long quantity, long paise) {
        return new AcceptedGoods(product, grade, UUID.randomUUID(), member, pieces(quantity), inr(paise), null);
    }

    private UUID batch(UUID member, long quantity) {
        return batch(member, quantity, IN_WEEK_48);
    }

    private UUID batch(UUID member, long quantity, Instant moment) {
        UUID batch = UUID.randomUUID();
        run(() -> certified.certified(List.of(
                new BatchCertified(batch, "PC", member, product, "L", "B-1", "A", pieces(quantity), null, 1, moment))));
        return batch;
    }

    private void recall(UUID batch) {
        run(() -> certified.recalled(List.of(new BatchRecalled(
                batch, "PC-1", first, product, "L-1", UUID.randomUUID(), RecallClass.I, "sharp", Instant.EPOCH))));
    }

    private void basis(String basis, Instant from) {
        run(() -> bylaws.change(new BylawsChanged(VERSION, null, from, Map.of(PoolBylaws.POOL_BASIS, basis))));
    }

    private static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }

    private static Money inr(long paise) {
        return new Money(paise, "INR");
    }
}
