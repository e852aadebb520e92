package coop.parasol.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerReceipts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is received for members' goods, and that each receipt is in one settlement at most. */
@QuarkusTest
class PoolReceiptsTest {

    private static final Period WEEK_48 = Period.parse("2026-W48");
    private static final Period WEEK_49 = Period.parse("2026-W49");

    private static final Envelope ENVELOPE =
            new Envelope(new UUID(0, 0), "", "", 0, Instant.EPOCH, Cause.of("distribution"));

    @Inject
    PoolReceipts receipts;

    @Inject
    OnPaymentReceived onPaymentReceived;

    @Inject
    OnBatchRecalled onBatchRecalled;

    @Inject
    Jdbi jdbi;

    private final String product = "LAMP-" + UUID.randomUUID();
    private final UUID first = new UUID(1, 1);
    private final UUID second = new UUID(2, 2);

    @Test
    void receipts_are_summed_by_producer_and_grade() {
        add(WEEK_48, goods(first, "A", 10, 100), goods(second, "A", 4, 40));
        add(WEEK_48, goods(first, "A", 5, 50), goods(first, "B", 2, 9));

        assertThat(unsettled(WEEK_48))
                .containsExactly(
                        new ProducerReceipts(first, "A", pieces(15), inr(150)),
                        new ProducerReceipts(first, "B", pieces(2), inr(9)),
                        new ProducerReceipts(second, "A", pieces(4), inr(40)));
    }

    @Test
    void a_set_of_payments_is_received_as_one_by_one() {
        PaymentReceived first = payment(WEEK_48, goods(this.first, "A", 10, 100), goods(null, "A", 3, 30));
        PaymentReceived later = payment(WEEK_49, goods(second, "B", 4, 40), goods(this.first, "A", 1, 11));

        QuarkusTransaction.requiringNew().run(() -> onPaymentReceived.onAll(List.of(received(first), received(later))));

        assertThat(unsettled(WEEK_48)).containsExactly(new ProducerReceipts(this.first, "A", pieces(10), inr(100)));
        assertThat(unsettled(WEEK_49))
                .containsExactly(
                        new ProducerReceipts(this.first, "A", pieces(11), inr(111)),
                        new ProducerReceipts(second, "B", pieces(4), inr(40)));
        assertThat(sources()).containsExactly(first.invoiceId(), later.invoiceId(), later.invoiceId());
    }

    private List<UUID> sources() {
        return call(() -> jdbi.withHandle(
                handle -> handle.createQuery("select source_id from receipt where product = :product order by seq")
                        .bind("product", product)
                        .mapTo(UUID.class)
                        .list()));
    }

    private static PaymentReceived payment(Period week, PaidGoods... goods) {
        return new PaymentReceived(
                UUID.randomUUID(), new UUID(3, 3), inr(1), List.of(goods), week, "bank", Instant.EPOCH);
    }

    private static Handler.Received<PaymentReceived> received(PaymentReceived event) {
        return new Handler.Received<>(event, ENVELOPE);
    }

    @Test
    void goods_of_the_firm_itself_are_no_receipt_of_a_pool() {
        add(WEEK_48, goods(null, "A", 10, 100));

        assertThat(unsettled(WEEK_48)).isEmpty();
        assertThat(newest(WEEK_48)).isZero();
    }

    @Test
    void a_pool_has_the_receipts_up_to_its_week() {
        add(WEEK_49, goods(first, "A", 1, 10));

        assertThat(unsettled(WEEK_48)).isEmpty();
        assertThat(unsettled(WEEK_49)).hasSize(1);
    }

    @Test
    void a_new_receipt_is_told_from_those_that_were_drafted() {
        add(WEEK_48, goods(first, "A", 1, 10));
        long drafted = newest(WEEK_48);
        add(WEEK_48, goods(first, "A", 1, 10));

        assertThat(newest(WEEK_48)).isGreaterThan(drafted);
    }

    @Test
    void what_was_paid_for_recalled_goods_is_in_no_settlement() {
        PaidGoods recalled = goods(first, "A", 9, 450);
        add(WEEK_48, recalled, goods(second, "A", 9, 450));

        QuarkusTransaction.requiringNew()
                .run(() -> onBatchRecalled.on(
                        new BatchRecalled(
                                recalled.batchId(),
                                "PC-1",
                                first,
                                product,
                                "L-1",
                                UUID.randomUUID(),
                                RecallClass.I,
                                "sharp",
                                Instant.EPOCH),
                        ENVELOPE));

        assertThat(unsettled(WEEK_48)).containsExactly(new ProducerReceipts(second, "A", pieces(9), inr(450)));
        assertThat(settle(WEEK_48)).isEqualTo(450);
        long kept = QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(
                                "select count(*) from receipt where batch_id = :batch and settlement_id is null")
                        .bind("batch", recalled.batchId())
                        .mapTo(Long.class)
                        .one()));
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void the_pool_of_a_product_and_period_has_one_id() {
        UUID pool = poolId(WEEK_48);

        assertThat(poolId(WEEK_48)).isEqualTo(pool);
        assertThat(poolId(WEEK_49)).isNotEqualTo(pool);
    }

    @Test
    void every_receipt_is_in_one_settlement_over_random_payments() {
        Random random = new Random(11);
        long paid = 0;
        long settled = 0;
        for (int round = 0; round < 60; round++) {
            long amount = random.nextInt(1000);
            Period week = random.nextBoolean() ? WEEK_48 : WEEK_49;
            add(week, goods(random.nextBoolean() ? first : second, random.nextBoolean() ? "A" : "B", 1, amount));
            paid += amount;
            if (random.nextInt(5) == 0) {
                settled += settle(random.nextBoolean() ? WEEK_48 : WEEK_49);
            }
        }
        settled += settle(WEEK_49);

        assertThat(settled).isEqualTo(paid);
        assertThat(unsettled(WEEK_49)).isEmpty();
        assertThat(call(() -> receipts.lock(product))).isEqualTo(inr(7));
    }

    /** Settles all receipts up to a week and carries 7 paise; @return what they sum to, in minor units */
    private long settle(Period week) {
        return call(() -> {
            receipts.lock(product);
            long sum = receipts.unsettled(product, week).stream()
                    .mapToLong(received -> received.amount().minor())
                    .sum();
            Settlement settlement = SettlementFixture.draft(product, week, receipts.poolId(product, week));
            receipts.settle(product, week, settlement.id, inr(7));
            Settlement.update(
                    "state = ?1, approvedBy = 'pavan', settledAt = ?2 where id = ?3",
                    Settlement.State.SETTLED,
                    settlement.draftedAt,
                    settlement.id);
            return sum;
        });
    }

    private UUID poolId(Period week) {
        return call(() -> {
            receipts.lock(product);
            return receipts.poolId(product, week);
        });
    }

    private void add(Period week, PaidGoods... goods) {
        QuarkusTransaction.requiringNew().run(() -> receipts.add(UUID.randomUUID(), List.of(goods), week));
    }

    private List<ProducerReceipts> unsettled(Period week) {
        return new ArrayList<>(call(() -> receipts.unsettled(product, week)));
    }

    private long newest(Period week) {
        return call(() -> receipts.newestUnsettled(product, week));
    }

    private static <T> T call(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    private PaidGoods goods(@Nullable UUID member, String grade, long pieces, long paise) {
        return new PaidGoods(product, grade, UUID.randomUUID(), member, pieces(pieces), inr(paise));
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }

    private static Money inr(long paise) {
        return new Money(paise, "INR");
    }
}
