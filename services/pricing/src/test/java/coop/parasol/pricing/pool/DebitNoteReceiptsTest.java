package coop.parasol.pricing.pool;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.contracts.OrderChangeEvent.DebitedGoods;
import coop.parasol.contracts.Period;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a debit note brings follows the units of its invoice into their pool; the units count once. */
@QuarkusTest
class DebitNoteReceiptsTest extends PoolGoodsFixture {

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
}
